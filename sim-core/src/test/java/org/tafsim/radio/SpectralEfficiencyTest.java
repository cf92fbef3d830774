package org.tafsim.radio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.Samplers;
import org.tafsim.model.QuantileTable;
import org.tafsim.radio.PathLoss.Environment;

class SpectralEfficiencyTest {
    private static final double BANDWIDTH = 100e6;
    private static final double RADIATED_DBM = 54;
    private static final PathLoss MICRO = new PathLoss(Environment.URBAN_MICRO, 3.5, 1.5);
    private static final TruncatedShannon CURVE = TruncatedShannon.DOWNLINK;

    private static CellGeometry geometry(double interSiteMeters, int rings, double indoorShare) {
        return new CellGeometry(MICRO, interSiteMeters, rings, BuildingEntry.LOW_LOSS, indoorShare);
    }

    private static SpectralEfficiency of(CellGeometry geometry) {
        return new SpectralEfficiency(geometry, CURVE::efficiencyAt);
    }

    private static QuantileTable down(CellGeometry geometry, double load) {
        return of(geometry).downlink(BANDWIDTH, RADIATED_DBM, 7, load);
    }

    private static QuantileTable up(CellGeometry geometry, double dbm) {
        return of(geometry).uplink(BANDWIDTH, 273, dbm, 5, 3);
    }

    /** A plain Monte Carlo that throws users on a large patch of the grid and serves those who land near its middle. */
    @Test
    void theLatticeAgreesWithRandomUsers() {
        CellGeometry geometry = geometry(200, 1, 0);
        SplittableRandom random = new SplittableRandom(5);
        InverseCdf normal = Samplers.normal();
        double noiseDbm = LinkBudget.noiseDbm(BANDWIDTH, 7);
        double sum = 0;
        int users = 0;
        while (users < 40_000) {
            double x = 200 * (random.nextDouble() - 0.5);
            double y = 200 * 1.16 * (random.nextDouble() - 0.5);
            if (!isNearestToTheMiddle(x, y)) {
                continue;
            }
            double[] received = new double[7];
            int best = 0;
            for (int cell = 0; cell < 7; cell++) {
                double angle = Math.PI / 3 * cell;
                double reach = cell == 6 ? 0 : 200;
                double d2 = Math.max(10, Math.hypot(x - reach * Math.cos(angle), y - reach * Math.sin(angle)));
                boolean hasSight = random.nextDouble() < MICRO.sightProbability(d2);
                double loss = hasSight ? MICRO.inSightDb(d2) : MICRO.hiddenDb(d2);
                double shadow = (hasSight ? 4 : 7.82) * normal.at(Math.max(1e-12, random.nextDouble()));
                received[cell] = RADIATED_DBM - loss - shadow;
                best = received[cell] > received[best] ? cell : best;
            }
            sum += CURVE.efficiencyAt(LinkBudget.sinrDb(received, best, 0.5, noiseDbm));
            users++;
        }

        assertThat(down(geometry, 0.5).mean()).isCloseTo(sum / users, withPercentage(2));
    }

    private static boolean isNearestToTheMiddle(double x, double y) {
        for (int side = 0; side < 6; side++) {
            double angle = Math.PI / 3 * side;
            if (x * Math.cos(angle) + y * Math.sin(angle) > 100) {
                return false;
            }
        }
        return true;
    }

    @Test
    void neighboursThatSendMoreLeaveLess() {
        CellGeometry geometry = geometry(200, 2, 0.3);
        double idle = down(geometry, 0).mean();
        double half = down(geometry, 0.5).mean();
        double full = down(geometry, 1).mean();

        assertThat(full).isLessThan(half);
        assertThat(half).isLessThan(idle);
        assertThat(down(geometry(200, 1, 0.3), 1).mean()).isGreaterThan(full);
    }

    @Test
    void usersInsideGetLess() {
        assertThat(down(geometry(500, 1, 0.8), 0.5).mean())
                .isLessThan(down(geometry(500, 1, 0), 0.5).mean());
        assertThat(up(geometry(500, 1, 0.8), 23).mean())
                .isLessThan(up(geometry(500, 1, 0), 23).mean());
    }

    /** At the edge the power of a phone is too little for the whole carrier; the best tenth reaches the curve's most. */
    @Test
    void uplinkIsLimitedByThePowerOfUsers() {
        CellGeometry geometry = geometry(500, 1, 0.5);
        QuantileTable weak = up(geometry, 23);
        QuantileTable strong = up(geometry, 26);

        assertThat(strong.mean()).isGreaterThan(weak.mean());
        assertThat(weak.values().get(5)).isLessThan(0.2 * weak.values().get(50));
        assertThat(weak.values().get(100)).isEqualTo(4.4);
    }

    /** Twice the power on a curve that is linear for weak signals is twice the efficiency: spreading does not change that. */
    @Test
    void spreadingNeverLosesAgainstTheWholeCarrier() {
        CellGeometry geometry = geometry(500, 1, 0.5);
        QuantileTable spread = up(geometry, 23);
        QuantileTable whole =
                of(geometry).downlink(BANDWIDTH, 23, 5 + 3, 0); // the same budget, over all blocks at once

        for (int part = 0; part <= 100; part++) {
            assertThat(spread.values().get(part))
                    .isGreaterThanOrEqualTo(whole.values().get(part) - 1e-12);
        }
        assertThat(spread.mean()).isGreaterThan(whole.mean());
    }

    @Test
    void theTableIsTheSameEachTime() {
        CellGeometry geometry = geometry(300, 2, 0.5);

        assertThat(down(geometry, 0.4)).isEqualTo(down(geometry, 0.4));
    }

    @Test
    void gridsThatTheFormulasDoNotReachAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> geometry(2_000, 2, 0))
                .withMessageContaining("2000.0 m")
                .withMessageContaining("1666.6");
        assertThatIllegalArgumentException().isThrownBy(() -> geometry(200, 3, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> down(geometry(200, 1, 0), 1.1));
    }
}
