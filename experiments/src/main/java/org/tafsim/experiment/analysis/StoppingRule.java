package org.tafsim.experiment.analysis;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.tafsim.stats.ConfidenceInterval;
import org.tafsim.stats.Tally;

/**
 * When there are replications enough: the first n ≥ atLeast at which
 *
 * <pre>t_{n−1, (1+c)/2} · √(S²(n) / n) ≤ γ / (1 + γ) · |X̄(n)|,</pre>
 *
 * <p>which bounds the relative error by γ with confidence c, as far as the interval covers. Looking again and again
 * makes it cover a little less than promised; at least 10 replications keep that small. Source: A. M. Law,
 * <i>Simulation Modeling and Analysis</i>, 5th ed., §9.4.1; the coverage of such rules: Y. S. Chow and H. Robbins, Ann.
 * Math. Statist. 36(2), 1965.
 *
 * @param atLeast replications before the first decision, at least 2
 * @param atMost replications after which it ends in any case, at least {@code atLeast}
 * @param relativeHalfWidth γ, in (0, 1)
 * @param confidence c, in (0, 1)
 */
public record StoppingRule(int atLeast, int atMost, double relativeHalfWidth, double confidence) {

    /** What to do next. */
    public enum State {
        /** More replications are needed. */
        MORE,
        /** As precise as asked for. */
        PRECISE,
        /** Not as precise as asked for, and no further replication is allowed. */
        EXHAUSTED
    }

    /**
     * What a rule says of samples.
     *
     * @param state of all of them together
     * @param have replications there are
     * @param forecast replications that will be there at the end, if variances stay as they are; {@code have} unless
     *     more are needed
     */
    public record Decision(State state, int have, int forecast) {

        /** How many further replications to run before asking again; 0 where none. */
        public int more() {
            return forecast - have;
        }
    }

    /** Checks. */
    public StoppingRule {
        Checks.confidence(confidence);
        Checks.atLeast(2, atLeast, "replications to begin with");
        Checks.atLeast(atLeast, atMost, "replications at most");
        if (!(relativeHalfWidth > 0 && relativeHalfWidth < 1)) { // also catches NaN
            throw new IllegalArgumentException(
                    "The relative half-width (%s) must be in (0, 1), e.g. 0.05.".formatted(relativeHalfWidth));
        }
    }

    /** What to do after these replications of one quantity. */
    public Decision decide(double[] values) {
        int have = values.length;
        if (have < atLeast) {
            return new Decision(State.MORE, have, atLeast);
        }
        if (isPrecise(ConfidenceInterval.student(values, confidence))) {
            return new Decision(State.PRECISE, have, have);
        }
        return have >= atMost
                ? new Decision(State.EXHAUSTED, have, have)
                : new Decision(State.MORE, have, forecast(values));
    }

    /**
     * What to do where several quantities of the same replications must be precise, such as a metric under every
     * policy.
     *
     * @param quantities at least one
     */
    public Decision decideAll(List<double[]> quantities) {
        Checks.atLeast(1, quantities.size(), "quantities");
        return quantities.stream()
                .map(this::decide)
                .reduce(StoppingRule::needier)
                .orElseThrow();
    }

    private static Decision needier(Decision one, Decision other) {
        if (one.state() == other.state()) {
            return one.more() >= other.more() ? one : other;
        }
        boolean isOne = one.state() == State.MORE || other.state() == State.PRECISE;
        return isOne ? one : other;
    }

    private boolean isPrecise(ConfidenceInterval interval) {
        return interval.halfWidth() <= relativeHalfWidth / (1 + relativeHalfWidth) * Math.abs(interval.mean());
    }

    /** The smallest n that the rule would accept with the present mean and variance. */
    private int forecast(double[] values) {
        Tally tally = new Tally();
        for (double value : values) {
            tally.record(value);
        }
        int enough = atMost;
        int tooFew = values.length;
        while (enough - tooFew > 1) { // the half-width falls with n
            int middle = tooFew + (enough - tooFew) / 2;
            if (isPrecise(new ConfidenceInterval(tally.mean(), halfWidth(tally, middle), middle))) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return enough;
    }

    private double halfWidth(Tally tally, int replications) {
        TDistribution student = new TDistribution(null, replications - 1.0);
        return student.inverseCumulativeProbability((1 + confidence) / 2) * Math.sqrt(tally.variance() / replications);
    }
}
