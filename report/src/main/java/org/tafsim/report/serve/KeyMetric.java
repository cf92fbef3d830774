package org.tafsim.report.serve;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tafsim.experiment.Better;
import org.tafsim.report.MetricTexts;

/** Numbers that the table of runs shows, of all requests. */
enum KeyMetric {
    SLO_ATTAINMENT("SLO", "fraction"),
    TTFT_P95("TTFT p95", "ms"),
    E2E_P95("E2E p95", "ms"),
    VIOLATIONS("Violations", "count"),
    VIOLATING_REQUESTS("Violating", "fraction"),
    COST_EUR_PER_1K("Cost /1,000", "EUR"),
    ENERGY_WH_PER_REQUEST("Energy /request", "Wh"),
    CARBON_G_PER_REQUEST("CO2e /request", "g");

    private final String label;
    private final String unit;

    KeyMetric(String label, String unit) {
        this.label = label;
        this.unit = unit;
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
     */
    record Heading(String name, String label, String unit, String better) {}

    static List<Heading> headings() {
        return Arrays.stream(values())
                .map(key -> new Heading(
                        key.metric(), key.label, MetricTexts.unit(key.unit), Directions.word(Better.of(key.metric()))))
                .toList();
    }
}
