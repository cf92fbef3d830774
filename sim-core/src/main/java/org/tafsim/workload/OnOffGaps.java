package org.tafsim.workload;

import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.Samplers;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.units.Durations;
import umontreal.ssj.rng.RandomStream;

/**
 * Gaps of a Poisson process that switches between two rates: the two-state Markov-modulated Poisson process (Heffes and
 * Lucantoni, IEEE JSAC 4(6), 1986). Starts on with the share of time that it is on.
 *
 * <p>In each state the next thing to happen comes after an exponential time of the sum of both rates; it is an arrival with
 * the share of the arrival rate, else a switch.
 */
final class OnOffGaps implements Gaps {
    private static final int OFF = 0;
    private static final int ON = 1;

    private final double[] eventsPerSecond = new double[2];
    private final double[] arrivalShare = new double[2];
    private final InverseCdf unitExponential = Samplers.exponential(1);
    private final RandomStream stream;
    private int state;

    OnOffGaps(ArrivalSpec.OnOff spec, RandomStream stream) {
        this.stream = stream;
        double onSeconds = Durations.secondsOfNanos(spec.onMeanNanos());
        double offSeconds = Durations.secondsOfNanos(spec.offMeanNanos());
        setState(ON, spec.onPerSecond(), onSeconds);
        setState(OFF, spec.offPerSecond(), offSeconds);
        state = stream.nextDouble() < onSeconds / (onSeconds + offSeconds) ? ON : OFF;
    }

    private void setState(int which, double arrivalsPerSecond, double meanSeconds) {
        eventsPerSecond[which] = arrivalsPerSecond + 1 / meanSeconds;
        arrivalShare[which] = arrivalsPerSecond / eventsPerSecond[which];
    }

    @Override
    public double nextSeconds() {
        double seconds = nextEventSeconds();
        while (stream.nextDouble() >= arrivalShare[state]) {
            state = 1 - state;
            seconds += nextEventSeconds();
        }
        return seconds;
    }

    private double nextEventSeconds() {
        return unitExponential.sample(stream) / eventsPerSecond[state];
    }
}
