package org.tafsim.experiment;

/** Which of two values of a metric is the good one. */
public enum Better {
    HIGHER("more"),
    LOWER("less"),
    /** Says how things are, not whether that is good. */
    NEITHER("none");

    private final String word;

    Better(String word) {
        this.word = word;
    }

    /** As the catalog of metrics has it. */
    public String word() {
        return word;
    }

    /** Of a metric, as {@link MetricCatalog} says; of one that it does not know neither is. */
    public static Better of(String metric) {
        return MetricCatalog.find(metric).map(MetricDefinition::better).orElse(NEITHER);
    }
}
