package org.tafsim.experiment.optimum;

/** What is to be as good as can be; a metric of all requests of a run. */
public enum Objective {
    /** Mean time to the last token, of the requests completed. */
    END_TO_END("e2e_mean", "ms"),
    /** Mean time to the first token, of the requests completed. */
    FIRST_TOKEN("ttft_mean", "ms"),
    /** Share of requests that keep what they were promised. */
    PROMISES_KEPT("slo_attainment", "fraction");

    private final String metric;
    private final String unit;

    Objective(String metric, String unit) {
        this.metric = metric;
        this.unit = unit;
    }

    /** Its name in result files. */
    public String metric() {
        return metric;
    }

    /** Its unit there. */
    public String unit() {
        return unit;
    }

    /** Whether it is a time, of which less is better. */
    public boolean isLatency() {
        return this != PROMISES_KEPT;
    }
}
