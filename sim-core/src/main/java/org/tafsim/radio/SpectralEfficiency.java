package org.tafsim.radio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.tafsim.model.QuantileTable;

/**
 * What a user alone in a cell gets of each hertz of the carrier, over users anywhere in the grid: quantiles by quasi-Monte Carlo, the same
 * on every machine. Each user is served by the antenna that is heard best.
 */
public final class SpectralEfficiency {
    private static final int PARTS = 100;

    private final UserDrops drops;
    private final DoubleUnaryOperator curve;

    /**
     * Users of a grid of cells.
     *
     * @param curve efficiency (bit/s/Hz) by SINR (dB), never decreasing: {@link TruncatedShannon#efficiencyAt} or
     *     {@link CqiTable#efficiencyAt}
     */
    public SpectralEfficiency(CellGeometry geometry, DoubleUnaryOperator curve) {
        drops = new UserDrops(geometry);
        this.curve = curve;
    }

    /**
     * Down (bit/s/Hz of the carrier, one layer).
     *
     * @param bandwidthHertz of the carrier
     * @param radiatedDbm power of an antenna over the whole carrier, its gain and the user's included
     * @param noiseFigureDb of user equipment, 7 usually
     * @param neighbourLoad share of their blocks that the neighbours use, in [0, 1]
     */
    public QuantileTable downlink(
            double bandwidthHertz, double radiatedDbm, double noiseFigureDb, double neighbourLoad) {
        if (!(neighbourLoad >= 0 && neighbourLoad <= 1)) {
            throw new IllegalArgumentException(
                    "The load of neighbours (%s) must lie in [0, 1].".formatted(neighbourLoad));
        }
        double noiseDbm = LinkBudget.noiseDbm(bandwidthHertz, noiseFigureDb);
        return quantiles(lossesDb -> {
            double[] receivedDbm =
                    Arrays.stream(lossesDb).map(loss -> radiatedDbm - loss).toArray();
            double sinrDb = LinkBudget.sinrDb(receivedDbm, least(lossesDb), neighbourLoad, noiseDbm);
            return curve.applyAsDouble(sinrDb);
        });
    }

    /**
     * Up (bit/s/Hz of the carrier, one layer). A user has little power and spreads it over as many of the carrier's blocks as serve it best,
     * all, a half, a quarter and so on: who is far cannot fill the carrier.
     *
     * @param bandwidthHertz of the carrier
     * @param resourceBlocks of the carrier
     * @param radiatedDbm power of a user, 23 to 26, gains of both antennas included
     * @param noiseFigureDb of the base station, 5 usually
     * @param noiseRiseDb what users of other cells add to the noise
     */
    public QuantileTable uplink(
            double bandwidthHertz, int resourceBlocks, double radiatedDbm, double noiseFigureDb, double noiseRiseDb) {
        double blockDbm = LinkBudget.noiseDbm(bandwidthHertz / resourceBlocks, noiseFigureDb) + noiseRiseDb;
        return quantiles(lossesDb -> {
            double oneBlockDb = radiatedDbm - lossesDb[least(lossesDb)] - blockDbm;
            double best = 0;
            for (int blocks = resourceBlocks; blocks >= 1; blocks /= 2) {
                double efficiency = curve.applyAsDouble(oneBlockDb - Decibels.of(blocks));
                best = Math.max(best, efficiency * blocks / resourceBlocks);
            }
            return best;
        });
    }

    private QuantileTable quantiles(ToDoubleFunction<double[]> efficiencyOfLosses) {
        double[] sorted = drops.lossesDb().stream()
                .mapToDouble(efficiencyOfLosses)
                .sorted()
                .toArray();
        List<Double> probabilities = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int part = 0; part <= PARTS; part++) {
            probabilities.add((double) part / PARTS);
            values.add(sorted[(int) ((long) part * (sorted.length - 1) / PARTS)]);
        }
        return new QuantileTable(probabilities, values);
    }

    private static int least(double[] values) {
        int least = 0;
        for (int i = 1; i < values.length; i++) {
            least = values[i] < values[least] ? i : least;
        }
        return least;
    }
}
