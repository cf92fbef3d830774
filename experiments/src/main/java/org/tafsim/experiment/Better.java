package org.tafsim.experiment;

import java.util.Set;

/** Which of two values of a metric is the good one: the one place that knows. */
public enum Better {
    HIGHER,
    LOWER,
    /** Says how things are, not whether that is good. */
    NEITHER;

    private static final Set<String> HIGHER_ONES = Set.of(
            "slo_attainment",
            "goodput",
            "completed",
            "availability",
            "in_jurisdiction",
            "operator_control",
            "output_tokens_per_s",
            "prefix_hit_ratio",
            "stage_within_budget",
            "harvested_gpu_h");

    private static final Set<String> NEUTRAL_ONES = Set.of(
            "requests", "prompt_tokens", "output_tokens", "utilization", "partner_share", "harvested_busy_gpu_h");

    /** Of a metric; what is not known otherwise is a time, a cost or a count of what went wrong: less of it is better. */
    public static Better of(String metric) {
        if (HIGHER_ONES.contains(metric)) {
            return HIGHER;
        }
        return NEUTRAL_ONES.contains(metric) ? NEITHER : LOWER;
    }
}
