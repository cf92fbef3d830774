package org.tafsim.report.serve;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tafsim.experiment.Better;

/** Numbers of runs that are sorted, filtered and held against each other, of all requests. */
enum KeyMetric {
    SLO_ATTAINMENT("SLO", "fraction", true),
    TTFT_P95("TTFT p95", "ms", true),
    E2E_P95("E2E p95", "ms", true),
    VIOLATIONS("Violations", "count", true),
    VIOLATING_REQUESTS("Violating requests", "fraction", false),
    COST_EUR_PER_1K("Cost /1,000", "EUR", true),
    ENERGY_WH_PER_REQUEST("Energy /request", "Wh", true),
    CARBON_G_PER_REQUEST("CO2e /request", "g", false);

    private final String label;
    private final String unit;
    private final boolean isInTable;

    KeyMetric(String label, String unit, boolean isInTable) {
        this.label = label;
        this.unit = unit;
        this.isInTable = isInTable;
    }

    String metric() {
        return name().toLowerCase(Locale.ROOT);
    }

    String unit() {
        return unit;
    }

    /**
     * For the page.
     *
     * @param name of the metric
     * @param unit of the texts
     * @param better less, more or none
     * @param isInTable whether it has a column in the table of runs
     */
    record Heading(String name, String label, String unit, String better, boolean isInTable) {}

    static List<Heading> headings() {
        return Arrays.stream(values())
                .map(key -> new Heading(
                        key.metric(),
                        key.label,
                        MetricTexts.unit(key.unit),
                        Better.of(key.metric()).word(),
                        key.isInTable))
                .toList();
    }
}
