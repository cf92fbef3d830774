package org.tafsim.report.page;

import java.util.ArrayList;
import java.util.List;

/** What metrics mean. */
final class Definitions {

    /**
     * A metric.
     *
     * @param better {@code less}, {@code more} or {@code none}
     */
    record Definition(String metric, String unit, String meaning, String better) {}

    /** Of a metric; empty where nobody knows it. */
    String meaning(String metric) {
        return "";
    }

    List<Definition> list(List<MetricRows.Metric> metrics) {
        return new ArrayList<>();
    }
}
