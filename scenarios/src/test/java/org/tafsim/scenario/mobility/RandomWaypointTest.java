package org.tafsim.scenario.mobility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The model of handovers against walkers who know nothing of it: 200 random waypoints in a disk of 3 km for two hours, looked at twice a
 * second, in hexagons as large as circles of 250 m.
 */
class RandomWaypointTest {

    private static final double RADIUS = 250;
    private static final double DISK = 3000;
    private static final double STEP_SECONDS = 0.5;
    private static final int STEPS = 14_400;
    private static final int WALKERS = 200;

    private static MobilityMeasures walk(double slowest, double fastest) {
        MobilityTally tally = new MobilityTally(new HexagonalCells(RADIUS), RADIUS, Optional.empty());
        List<RandomWaypoint> walkers = walkers(slowest, fastest);
        for (int step = 0; step < STEPS; step++) {
            for (int i = 0; i < WALKERS; i++) {
                RandomWaypoint walker = walkers.get(i);
                walker.walk(STEP_SECONDS);
                tally.see(new Sighting(step * STEP_SECONDS, step, "w" + i, walker.x(), walker.y(), walker.speed()));
            }
        }
        return tally.measures();
    }

    /** After a while, in which the slow legs become as many as they are later. */
    private static List<RandomWaypoint> walkers(double slowest, double fastest) {
        List<RandomWaypoint> walkers = new ArrayList<>();
        for (int i = 0; i < WALKERS; i++) {
            RandomWaypoint walker = new RandomWaypoint(1000 + i, DISK, slowest, fastest);
            walker.walk(20_000);
            walkers.add(walker);
        }
        return walkers;
    }

    /** Hexagons have 5.0 % more boundary than the circles of the formula. */
    @Test
    void theRateOfHandoversIsThatOfAFluidOfTheMeanSpeed() {
        MobilityMeasures measures = walk(10, 10);

        assertThat(measures.meanSpeed()).isCloseTo(10, within(1e-9));
        double ratio = measures.handoversPerSecond() / measures.fluidPerSecond();
        assertThat(ratio).isCloseTo(HexagonalCells.PERIMETER_OF_CIRCLE, within(0.015));
    }

    /** Of speeds from 1 to 19 m/s the mean of legs is 10, that over time 18 / ln 19 = 6.1: who is slow takes longer. */
    @Test
    void theMeanSpeedIsThatOverTimeNotOverLegs() {
        MobilityMeasures measures = walk(1, 19);

        assertThat(measures.meanSpeed()).isCloseTo(18 / Math.log(19), within(0.4));
        assertThat(measures.handoversPerSecond() / measures.fluidPerSecond())
                .isCloseTo(HexagonalCells.PERIMETER_OF_CIRCLE, within(0.02));
        assertThat(measures.handoversPerSecond() / (2 * 10 / (Math.PI * RADIUS)))
                .isLessThan(0.75);
    }

    @Test
    void aHexagonHasFivePercentMoreBoundaryThanACircleAsLarge() {
        assertThat(HexagonalCells.SIDE_OF_RADIUS).isCloseTo(1.0996, within(1e-4));
        assertThat(HexagonalCells.PERIMETER_OF_CIRCLE).isCloseTo(1.0501, within(1e-4));
    }

    /** The model's limit: a cell that is crossed at one speed is crossed in about one time. */
    @Test
    void timesBetweenHandoversAreNotExponential() {
        assertThat(distance(sojourns(10, 10, false), mean(10, 10))).isCloseTo(0.299, within(0.01));
        assertThat(distance(sojourns(1, 19, false), mean(1, 19))).isCloseTo(0.112, within(0.01));
    }

    /** What a transfer meets: the time from any moment until the next handover, of which the model takes the same distribution. */
    @Test
    void timesUntilTheNextHandoverAreNearerToTheModelAndNotExponentialEither() {
        assertThat(distance(sojourns(10, 10, true), mean(10, 10))).isCloseTo(0.246, within(0.01));
        assertThat(distance(sojourns(1, 19, true), mean(1, 19))).isCloseTo(0.047, within(0.01));
    }

    /** Of stays in a cell: one over the rate at which it is left (s). */
    private static double mean(double slowest, double fastest) {
        return Arrays.stream(sojourns(slowest, fastest, false)).average().orElseThrow();
    }

    /** How long walkers are in a cell, or, from moments a minute apart, how long until they leave it. */
    private static double[] sojourns(double slowest, double fastest, boolean fromAnyMoment) {
        HexagonalCells cells = new HexagonalCells(RADIUS);
        Cells.Spot spot = new Cells.Spot();
        List<Double> found = new ArrayList<>();
        for (RandomWaypoint walker : walkers(slowest, fastest)) {
            long cell = cells.cellOf(walker.x(), walker.y(), spot);
            int since = -1;
            List<Integer> open = new ArrayList<>();
            for (int step = 0; step < STEPS || (fromAnyMoment && !open.isEmpty()); step++) {
                if (fromAnyMoment && step < STEPS && step % 120 == 0) {
                    open.add(step);
                }
                walker.walk(STEP_SECONDS);
                long now = cells.cellOf(walker.x(), walker.y(), spot);
                if (now != cell) {
                    for (int moment : open) {
                        found.add((step - moment + 0.5) * STEP_SECONDS);
                    }
                    open.clear();
                    if (!fromAnyMoment && since >= 0) {
                        found.add((step - since) * STEP_SECONDS);
                    }
                    since = step;
                    cell = now;
                }
            }
        }
        return found.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /** Kolmogorov-Smirnov distance from the exponential distribution that the model assumes. */
    private static double distance(double[] sorted, double mean) {
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            double model = 1 - Math.exp(-sorted[i] / mean);
            distance = Math.max(
                    distance, Math.max(model - i / (double) sorted.length, (i + 1) / (double) sorted.length - model));
        }
        return distance;
    }
}
