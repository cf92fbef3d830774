package org.tafsim.scenario;

import java.util.List;
import java.util.Optional;
import org.tafsim.model.App;
import org.tafsim.model.CellGroup;
import org.tafsim.model.CellProfile;
import org.tafsim.model.ConnectionSpec;
import org.tafsim.model.NetworkSlice;
import org.tafsim.model.Population;
import org.tafsim.model.Scenario;

/** Writes cells, slices and the ways of applications. */
final class CellWriter {

    private CellWriter() {}

    /** Kinds of cells in use, each once. */
    static List<CellProfile> profiles(Scenario scenario) {
        List<CellProfile> used = scenario.populations().stream()
                .map(Population::cells)
                .flatMap(Optional::stream)
                .map(CellGroup::profile)
                .toList();
        return ResolvedScenarioWriter.distinct(used, profile -> profile, CellProfile::id);
    }

    static String profile(CellProfile cell) {
        return new Entry()
                .word("id", cell.id())
                .raw("uplink", ProfileWriter.quantiles(cell.uplinkBitsPerSecond(), " bit/s"))
                .raw("downlink", ProfileWriter.quantiles(cell.downlinkBitsPerSecond(), " bit/s"))
                .number("uplinkUserShare", cell.uplinkUserShare())
                .word("source", cell.source())
                .toString();
    }

    static String slice(NetworkSlice slice) {
        Entry entry = new Entry()
                .word("id", slice.id())
                .number("guaranteed", slice.guaranteedShare())
                .number("maximum", slice.maximumShare())
                .raw("strict", Boolean.toString(slice.isStrict()))
                .number("weight", slice.weight());
        slice.mostTransfers().ifPresent(most -> entry.number("mostTransfers", most));
        return entry.toString();
    }

    static String group(CellGroup cells) {
        return new Entry()
                .word("profile", cells.profile().id())
                .number("count", cells.count())
                .number("spread", cells.spread())
                .raw(
                        "background",
                        new Entry()
                                .number("uplink", cells.uplinkBackground())
                                .number("downlink", cells.downlinkBackground())
                                .toString())
                .toString();
    }

    /** Slice and connections of an application; said only where they differ, as files older than they have no such keys. */
    static void ways(Entry app, App.Payload payload) {
        if (!payload.sliceId().equals(NetworkSlice.USUAL)) {
            app.word("slice", payload.sliceId());
        }
        ConnectionSpec connection = payload.connection();
        if (!connection.equals(ConnectionSpec.NONE)) {
            app.raw(
                    "connection",
                    new Entry()
                            .number("fresh", connection.freshShare())
                            .number("setup", connection.setupRounds())
                            .raw("initialWindow", connection.initialWindowBytes() + " B")
                            .toString());
        }
    }
}
