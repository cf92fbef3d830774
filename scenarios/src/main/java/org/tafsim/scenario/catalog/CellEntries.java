package org.tafsim.scenario.catalog;

import java.util.Optional;
import java.util.OptionalInt;
import org.tafsim.model.CellProfile;
import org.tafsim.model.NetworkSlice;
import org.tafsim.scenario.catalog.CellGeometryReader.Rates;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Quantities;

/** Reads what radio cells carry, and the slices they are divided into. */
final class CellEntries {

    static final Section<CellProfile> CELLS = new Section<>("cells", "a kind of cell", "id", CellEntries::cell);

    static final Section<NetworkSlice> SLICES = new Section<>("slices", "a network slice", "id", CellEntries::slice);

    private static final Format<Double> POSITIVE_SHARE =
            Quantities.FRACTION.that(share -> share > 0, "be more than zero");

    private CellEntries() {}

    private static Optional<CellProfile> cell(String id, Keys keys, String source, Problems problems) {
        double share = keys.optional("uplinkUserShare", POSITIVE_SHARE, 1.0);
        Optional<Keys> geometry = keys.mapping("geometry", "the geometry of cells");
        return (geometry.isPresent() ? CellGeometryReader.read(geometry.get(), problems) : stated(keys, problems))
                .flatMap(rates ->
                        problems.build(keys.at(), () -> new CellProfile(id, rates.up(), rates.down(), share, source)));
    }

    private static Optional<Rates> stated(Keys keys, Problems problems) {
        QuantileReader rates = new QuantileReader(Quantities.DATA_RATE, problems);
        var uplink = keys.require("uplink", "{0: 5 Mbit/s, 1: 140 Mbit/s}").flatMap(rates::read);
        var downlink =
                keys.require("downlink", "{0: 50 Mbit/s, 1: 1600 Mbit/s}").flatMap(rates::read);
        return uplink.isEmpty() || downlink.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rates(uplink.get(), downlink.get()));
    }

    private static Optional<NetworkSlice> slice(String id, Keys keys, String source, Problems problems) {
        double guaranteed = keys.optional("guaranteed", Quantities.FRACTION, 0.0);
        double maximum = keys.optional("maximum", POSITIVE_SHARE, 1.0);
        boolean isStrict = keys.optional("strict", Format.FLAG, false);
        double weight = keys.optional("weight", Quantities.POSITIVE_NUMBER, 1.0);
        Optional<Integer> most = keys.find("mostTransfers", Quantities.count("20"));
        return problems.build(
                keys.at(),
                () -> new NetworkSlice(
                        id,
                        guaranteed,
                        maximum,
                        isStrict,
                        weight,
                        most.map(OptionalInt::of).orElse(OptionalInt.empty())));
    }
}
