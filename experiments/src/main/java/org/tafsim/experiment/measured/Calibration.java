package org.tafsim.experiment.measured;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.tafsim.model.StepConstants;

/**
 * Fits an engine's constants to measurements, within the bounds of {@link Constant}: least mean deviation of the logarithms,
 * by BOBYQA of Apache Commons Math. A constant that the measurements say nothing about stays where it started.
 */
public final class Calibration {
    private static final int SIZE = Constant.values().length;
    private static final int MOST_EVALUATIONS = 2_000;

    /** First step, and accuracy asked for, in units of the range between bounds. */
    private static final double FIRST_RADIUS = 0.05;

    private static final double LAST_RADIUS = 1e-4;

    /** Deviations well below it count by their square, those above by their size. */
    private static final double CORNER = 0.02;

    /** Pull to the start, for what the measurements leave open. */
    private static final double PULL = 0.02;

    private final List<Measurement> measurements;
    private final StepConstants start;
    private final double[] startPlaces;

    private Calibration(List<Measurement> measurements, StepConstants start) {
        this.measurements = measurements;
        this.start = start;
        startPlaces = Arrays.stream(Constant.values())
                .mapToDouble(constant -> constant.placeOf(constant.of(start)))
                .toArray();
    }

    /**
     * The constants that meet the measurements best.
     *
     * @param measurements at least one, of one engine
     * @param start where to begin, and to stay where nothing else is known
     * @param source what the result says of itself
     */
    public static StepConstants fit(List<Measurement> measurements, StepConstants start, String source) {
        return new Calibration(measurements, start).fit(source);
    }

    private StepConstants fit(String source) {
        double[] places = startPlaces;
        for (int round = 0; round < 2; round++) { // a second start leaves the corners the first ran into
            places = minimize(places);
        }
        return Constant.at(places, start, source);
    }

    private double[] minimize(double[] from) {
        MultivariateFunction deviation = this::deviation;
        PointValuePair best = new BOBYQAOptimizer(2 * SIZE + 1, FIRST_RADIUS, LAST_RADIUS)
                .optimize(
                        new MaxEval(MOST_EVALUATIONS),
                        new ObjectiveFunction(deviation),
                        GoalType.MINIMIZE,
                        new InitialGuess(from),
                        new SimpleBounds(
                                new double[SIZE],
                                DoubleStream.generate(() -> 1).limit(SIZE).toArray()));
        return best.getPoint();
    }

    private double deviation(double[] places) {
        StepConstants constants = Constant.at(places, start, start.source());
        double[] each = measurements.parallelStream()
                .mapToDouble(it -> deviation(it, constants))
                .toArray();
        double sum = 0;
        for (double deviation : each) { // one order, whatever the threads
            sum += deviation;
        }
        double pull = 0;
        for (int i = 0; i < SIZE; i++) {
            pull += (places[i] - startPlaces[i]) * (places[i] - startPlaces[i]);
        }
        return sum / each.length + PULL * pull;
    }

    private static double deviation(Measurement measurement, StepConstants constants) {
        double log = StrictMath.log(measurement.with(constants).predictedSeconds() / measurement.seconds());
        return Math.sqrt(CORNER * CORNER + log * log) - CORNER;
    }
}
