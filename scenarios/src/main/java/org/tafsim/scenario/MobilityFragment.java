package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.model.QuantileTable;
import org.tafsim.scenario.mobility.MobilityMeasures;
import org.tafsim.scenario.mobility.ZoneCrossing;

/** Writes what a trace of vehicles says as {@code movement:} of a population and {@code journeys:} of a scenario, to be pasted there. */
public final class MobilityFragment {

    private static final double DECIMALS = 1e6;
    private static final double MILLIS_PER_SECOND = 1e3;

    private MobilityFragment() {}

    /** Comments for the top of a fragment, of one line each. */
    public static String comments(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(
                        ("# " + line.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029\\uFEFF]+", " ")).stripTrailing())
                .append('\n'));
        return text.toString();
    }

    /** The movement of a population that has as many handovers as were measured; there must be some. */
    public static String movement(MobilityMeasures measures) {
        return "movement: "
                + new Entry()
                        .number("share", rounded(measures.movingShare()))
                        .quantity("speed", rounded(speed(measures)), "m/s")
                        .quantity("cellRadius", rounded(measures.cellRadiusMeters()), "m")
                + "\n";
    }

    /** By the share as it is written. */
    private static double speed(MobilityMeasures measures) {
        return measures.modelSpeed() * measures.movingShare() / rounded(measures.movingShare());
    }

    /** Journeys between zones, which are populations of the scenario; shares are rounded down, as those of a zone may add up to 1. */
    public static String journeys(List<ZoneCrossing> crossings) {
        StringBuilder yaml = new StringBuilder("journeys:\n");
        for (ZoneCrossing crossing : crossings) {
            double share = Math.floor(crossing.share() * DECIMALS) / DECIMALS;
            if (share > 0) {
                yaml.append("  - ")
                        .append(new Entry()
                                .word("from", crossing.from())
                                .word("to", crossing.to())
                                .number("share", share)
                                .raw(
                                        "after",
                                        new Entry()
                                                .raw("quantiles", ProfileWriter.quantiles(table(crossing), " ms"))
                                                .toString()))
                        .append('\n');
            }
        }
        return yaml.toString();
    }

    private static QuantileTable table(ZoneCrossing crossing) {
        List<Double> millis = new ArrayList<>();
        crossing.seconds().forEach(seconds -> millis.add((double) Math.round(seconds * MILLIS_PER_SECOND)));
        return new QuantileTable(ZoneCrossing.PROBABILITIES, millis);
    }

    private static double rounded(double value) {
        return Math.rint(value * DECIMALS) / DECIMALS;
    }
}
