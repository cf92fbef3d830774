package org.tafsim.scenario.catalog;

import java.util.Optional;
import org.tafsim.model.QuantileTable;
import org.tafsim.radio.BuildingEntry;
import org.tafsim.radio.CellGeometry;
import org.tafsim.radio.PathLoss;
import org.tafsim.radio.SpectralEfficiency;
import org.tafsim.radio.TruncatedShannon;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Quantities;

/**
 * Reads where cells stand and how strong they are, and works out what users get of them: efficiency in bit/s/Hz by path loss and
 * interference, times bandwidth, share of the frame, and layers.
 */
final class CellGeometryReader {

    /** Who hears nothing gets so much all the same (bit/s), or his transfers would never end. */
    private static final double LEAST_BITS_PER_SECOND = 100e3;

    private static final double USER_METERS = 1.5;
    private static final double BASE_NOISE_DB = 5;
    private static final double USER_NOISE_DB = 7;
    private static final double NOISE_RISE_DB = 3;
    private static final int RINGS = 1;
    private static final Format<Double> SHARE = Quantities.FRACTION.that(share -> share > 0, "be more than zero");
    private static final Format<Long> LAYERS = Quantities.whole(1, 16, "2");
    private static final Format<Long> BLOCKS = Quantities.whole(1, 275, "273");

    private CellGeometryReader() {}

    /**
     * Rates of a user who has a cell alone (bit/s).
     *
     * @param up over users
     * @param down over users
     */
    record Rates(QuantileTable up, QuantileTable down) {}

    static Optional<Rates> read(Keys keys, Problems problems) {
        int before = problems.count();
        PathLoss.Environment environment =
                keys.required("environment", Format.constant("an environment", PathLoss.Environment.class));
        double interSite = keys.required("interSite", Quantities.DISTANCE);
        double gigahertz = keys.optional("gigahertz", Quantities.POSITIVE_NUMBER, 3.5);
        double hertz = 1e6 * keys.optional("megahertz", Quantities.POSITIVE_NUMBER, 100.0);
        int blocks = Math.toIntExact(keys.optional("prbs", BLOCKS, 273L));
        double downShare = keys.optional("downlinkShare", SHARE, 0.743);
        double upShare = keys.optional("uplinkShare", SHARE, 0.229);
        long downLayers = keys.optional("downlinkLayers", LAYERS, 2L);
        long upLayers = keys.optional("uplinkLayers", LAYERS, 1L);
        double baseDbm = keys.optional("basePower", Quantities.NUMBER, 54.0);
        double userDbm = keys.optional("userPower", Quantities.NUMBER, 23.0);
        double load = keys.optional("load", Quantities.FRACTION, 0.5);
        double indoor = keys.optional("indoor", Quantities.FRACTION, 0.5);
        BuildingEntry walls =
                keys.optional("walls", Format.constant("a kind of walls", BuildingEntry.class), BuildingEntry.LOW_LOSS);
        keys.done();
        if (problems.count() > before) {
            return Optional.empty();
        }
        return problems.build(keys.at(), () -> {
            CellGeometry geometry = new CellGeometry(
                    new PathLoss(environment, gigahertz, USER_METERS), interSite, RINGS, walls, indoor);
            QuantileTable down = new SpectralEfficiency(
                            geometry, new TruncatedShannon(0.6, TruncatedShannon.MOST_OF_256QAM, -10)::efficiencyAt)
                    .downlink(hertz, baseDbm, USER_NOISE_DB, load);
            QuantileTable up = new SpectralEfficiency(geometry, TruncatedShannon.UPLINK::efficiencyAt)
                    .uplink(hertz, blocks, userDbm, BASE_NOISE_DB, NOISE_RISE_DB);
            return new Rates(rates(up, hertz * upShare * upLayers), rates(down, hertz * downShare * downLayers));
        });
    }

    private static QuantileTable rates(QuantileTable efficiency, double hertz) {
        return new QuantileTable(
                efficiency.probabilities(),
                efficiency.values().stream()
                        .map(bits -> Math.max(LEAST_BITS_PER_SECOND, bits * hertz))
                        .toList());
    }
}
