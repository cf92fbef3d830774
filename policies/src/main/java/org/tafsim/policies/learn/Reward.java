package org.tafsim.policies.learn;

import org.tafsim.policies.Parameters;
import org.tafsim.policy.OutcomeView;
import org.tafsim.units.DurationText;

/** What an outcome is worth, in [0, 1]: 1 where the promise was kept, or s/(s + TTFT) with a scale s; 0 where it was not completed. */
final class Reward {

    static final String REWARD = "reward";
    private static final String SLO = "slo";

    /** 0 where the promise counts. */
    private final double scaleNanos;

    private Reward(double scaleNanos) {
        this.scaleNanos = scaleNanos;
    }

    /** {@code slo}, or the time to first token (s) that is worth a half. */
    static Reward of(Parameters parameters) {
        return parameters.parsed(REWARD, SLO, text -> new Reward(text.equals(SLO) ? 0 : scaleNanos(text)));
    }

    private static double scaleNanos(String text) {
        long nanos = DurationText.nanos(text);
        if (nanos == 0) {
            throw new IllegalArgumentException("\"%s\" is no scale; expected slo, or e.g. \"500 ms\".".formatted(text));
        }
        return nanos;
    }

    double of(OutcomeView outcome) {
        if (!outcome.isCompleted()) {
            return 0;
        }
        if (scaleNanos == 0) {
            return outcome.metSlo() ? 1 : 0;
        }
        return scaleNanos / (scaleNanos + outcome.timeToFirstTokenNanos());
    }
}
