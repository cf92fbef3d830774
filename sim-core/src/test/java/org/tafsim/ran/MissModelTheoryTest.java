package org.tafsim.ran;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.Carrier;
import org.tafsim.model.CellSpec;
import org.tafsim.model.L1Demands;
import org.tafsim.model.RanInterference;
import org.tafsim.model.RanSharing;
import org.tafsim.model.RanSpec;

/** The interval model beside the slot model: within 10 %, and within 1e-4 where less than one slot in a thousand misses. */
@Tag("long")
class MissModelTheoryTest {
    private static final double[] LOADS = {0.15, 0.4, 0.7};
    private static final double[] CO_LOADS = {0, 1};

    /** Chances at which the shares of the grid are chosen. */
    private static final double[] TARGETS = {5e-4, 1.5e-3, 0.01, 0.1, 0.5};

    /** One point of the grid. */
    private record Point(double share, double load, double coLoad, double model, double simulated) {

        double error() {
            return model / simulated - 1;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 12})
    void agreesWithTheSlotModelOverAGridOfLoadsAndShares(int cells) {
        RanSharing sharing = new RanSharing.TimeSliced(RanInterference.IN_TURNS);
        List<Point> points = grid(RanSpecs.alike(cells, sharing));

        assertThat(points).hasSizeGreaterThan(20).allSatisfy(MissModelTheoryTest::requireClose);
    }

    /** As where uplink has as many layers as downlink; and a deadline that leaves a slot some time beyond its end. */
    @ParameterizedTest
    @ValueSource(longs = {500_000, 600_000})
    void agreesWhereUplinkTakesLongerAndDeadlinesAreLonger(long deadlineNanos) {
        CellSpec cell = RanSpecs.cell("c", new Carrier(273, 1, 4, 4), RanSpecs.DAY);
        CellSpec other = RanSpecs.cell("d", new Carrier(273, 1, 4, 4), RanSpecs.DAY);
        RanSpec spec = new RanSpec(
                "hub", List.of(cell, other), L1Demands.GH200, deadlineNanos, RanSpecs.IN_TURNS, 0, RanSpecs.SECOND);

        List<Point> points = grid(spec);

        assertThat(points).hasSizeGreaterThan(20).allSatisfy(MissModelTheoryTest::requireClose);
    }

    private static void requireClose(Point point) {
        double tolerance = Math.max(1e-4, point.simulated() >= 1e-3 ? 0.1 * point.simulated() : 0);
        assertThat(point.model()).as(point.toString()).isCloseTo(point.simulated(), within(tolerance));
    }

    private static List<Point> grid(RanSpec spec) {
        MissModel model = new MissModel(spec);
        List<Point> points = new ArrayList<>();
        for (double load : LOADS) {
            for (double coLoad : CO_LOADS) {
                for (double target : TARGETS) {
                    double share = model.shareFor(target, load, coLoad);
                    double[] loads = new double[spec.cells().size()];
                    Arrays.fill(loads, load);
                    if (share < 1) {
                        points.add(point(spec, model, share, load, coLoad, loads));
                    }
                }
            }
        }
        return points;
    }

    /** Slots for a standard error of 2 %, so that four of them are less than what is allowed. */
    private static Point point(
            RanSpec spec, MissModel model, double share, double load, double coLoad, double[] loads) {
        double miss = model.missProbability(share, load, coLoad);
        long slots = (long) Math.min(2_000_000, 20_000 + 2_500 / miss);
        SlotModel slotModel = new SlotModel(spec, new RandomStreams(1, 0).stream("ran-slots"));
        double simulated = (double) slotModel.misses(slots, share, loads, coLoad) / slots;
        return new Point(share, load, coLoad, miss, simulated);
    }

    /** Cells of three sizes, some full while others are empty: what the interval model knows is their mean. */
    @Test
    void cellsThatDifferMissLessOftenThanTheModelSays() {
        RanSpec spec = RanSpecs.of(
                List.of(
                        RanSpecs.cell("wide", Carrier.MID_BAND_4T4R, RanSpecs.DAY),
                        RanSpecs.cell("middle", new Carrier(133, 1, 4, 2), RanSpecs.DAY),
                        RanSpecs.cell("narrow", new Carrier(51, 1, 2, 1), RanSpecs.DAY),
                        RanSpecs.cell("wide too", Carrier.MID_BAND_4T4R, RanSpecs.DAY)),
                L1Demands.A100,
                RanSpecs.IN_TURNS);
        MissModel model = new MissModel(spec);
        double[] loads = {0.8, 0.3, 0.5, 0.2};
        double load = model.meanLoad(loads);

        for (double target : new double[] {1e-3, 1e-2, 0.1}) {
            double share = model.shareFor(target, load, 0.5);
            Point point = point(spec, model, share, load, 0.5, loads);
            assertThat(point.error()).as(point.toString()).isBetween(-0.05, 0.5);
        }
    }

    /** Two waits without memory, the first beyond the slot's end: e^-a (1 + a e^-a), a = (slot − work) / mean wait. */
    @Test
    void withoutGrantsTheDelayOfTheSlotBeforeIsAnErlangTail() {
        RanSharing sharing = new RanSharing.TimeSliced(new RanInterference(0, 50e-6, 0));
        MissModel model = new MissModel(RanSpecs.alike(1, sharing));
        double share = 0.02;
        double a = (0.5e-3 - L1Demands.GH200.fixedSeconds() / share) / 50e-6;
        double alone = StrictMath.exp(-a);

        double miss = model.missProbability(share, 0, 0);

        assertThat(miss / alone).isGreaterThan(1.2).isCloseTo(1 + a * alone, within(2e-3));
    }

    @Test
    void theShareForATargetJustMeetsIt() {
        MissModel model = new MissModel(RanSpecs.alike(10, RanSpecs.MPS));

        double share = model.shareFor(1e-5, 0.4, 0.5);

        assertThat(model.missProbability(share, 0.4, 0.5)).isLessThanOrEqualTo(1e-5);
        assertThat(model.missProbability(share - 1e-6, 0.4, 0.5)).isGreaterThan(1e-5);
    }

    @Test
    void theMakersNumberOfCellsKeepsTheCardBusyAtFullLoad() {
        RanSpec spec = RanSpecs.of(
                List.of(1, 2, 3, 4).stream()
                        .map(i -> RanSpecs.cell("c" + i, new Carrier(252, 1, 4, 2), RanSpecs.DAY))
                        .toList(),
                L1Demands.A100,
                new RanSharing.Dedicated());

        assertThat(new MissModel(spec).meanUse(1)).isCloseTo(1, within(1e-9));
    }
}
