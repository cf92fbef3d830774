package org.tafsim.policies.learn;

import org.tafsim.policies.Parameters;

/** What an outcome is worth, in [0, 1]: 1 where the promise was kept, or s/(s + TTFT) with a scale s; 0 where it was not completed. */
final class Reward {

    static final String REWARD = "reward";
    private static final String SLO = "slo";
    private static final double NANOS = 1e9;

    /** 0 where the promise counts. */
    private final double scaleNanos;

    private Reward(double scaleNanos) {
        this.scaleNanos = scaleNanos;
    }

    /** {@code slo}, or the time to first token (s) that is worth a half. */
    static Reward of(Parameters parameters) {
        return parameters.parsed(
                REWARD, SLO, text -> new Reward(text.equals(SLO) ? 0 : NANOS * parameters.seconds(REWARD, "1 s")));
    }

    double of(boolean completed, boolean metSlo, long ttftNanos) {
        if (!completed) {
            return 0;
        }
        return scaleNanos == 0 ? (metSlo ? 1 : 0) : scaleNanos / (scaleNanos + ttftNanos);
    }
}
