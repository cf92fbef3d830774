package org.tafsim.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page of documents that lists the catalog of metrics. */
final class MetricReference {

    private static final String HEAD = """
            # Metrics

            <!-- Written by MetricReferenceTest from the catalog of metrics; change that, then run it with -Dtafsim.reference=write. -->

            Every metric of `summary.csv`, and below them those over time of `series.csv`. What a scenario does not state (rules, faults, cells, tariffs)
            has no metric. [Results](../../results/README.md) explains files, columns and scopes.

            ## Conventions

            - Measured requests are those that arrive after the warm-up and before the end of the measured time; requests are counted among these unless a line says otherwise.
            - Times are as users see them: from sending the request to the arrival of the answer, all networks included.
            - A quantile such as p95 is the least value that 95 % of the requests do not exceed, within one run; tables hold its mean over replications.
            - Where no request completed there is no latency, and a replication without a metric does not count in its mean (`n`).
            - A fraction is between 0 and 1; 1 GB is 10⁹ bytes; `GB.h` is data at rest times how long.
            - In scopes a star stands for an id, for one of several where there are two: `app:*/*` is a stage of an application.
            - The third column says which is the good direction: ▲ more, ▼ less. Without a mark the number says how things are, not whether that is good.
            """;

    private MetricReference() {}

    static String page() {
        StringBuilder page = new StringBuilder(HEAD);
        groups(MetricCatalog.shipped()).forEach((group, metrics) -> append(page, group, metrics));
        groups(MetricCatalog.series()).forEach((group, metrics) -> append(page, group, metrics));
        return page.toString();
    }

    private static Map<String, List<MetricDefinition>> groups(List<MetricDefinition> metrics) {
        return metrics.stream()
                .collect(Collectors.groupingBy(MetricDefinition::group, LinkedHashMap::new, Collectors.toList()));
    }

    private static void append(StringBuilder page, String group, List<MetricDefinition> metrics) {
        boolean isOneCase = isOne(metrics, MetricDefinition::onlyWhere);
        boolean isOnePage = isOne(metrics, MetricDefinition::page);
        MetricDefinition first = metrics.get(0);
        List<String> common = new ArrayList<>();
        if (isOneCase) {
            first.onlyWhere().ifPresent(what -> common.add("Only where %s.".formatted(what)));
        }
        if (isOnePage && isElsewhere(first)) {
            common.add("[How](%s).".formatted(link(first)));
        }
        page.append("\n## ").append(group).append('\n');
        if (!common.isEmpty()) {
            page.append('\n').append(String.join(" ", common)).append('\n');
        }
        page.append("\n| metric | unit | | scopes | meaning |\n|---|---|---|---|---|\n");
        metrics.forEach(metric -> page.append("| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        metric.name(),
                        metric.unit(),
                        mark(metric),
                        scopes(metric),
                        meaning(metric, !isOneCase, !isOnePage))));
    }

    private static boolean isOne(List<MetricDefinition> metrics, Function<MetricDefinition, Object> of) {
        return metrics.stream().map(of).distinct().count() == 1;
    }

    private static String mark(MetricDefinition metric) {
        return switch (metric.better()) {
            case HIGHER -> "▲";
            case LOWER -> "▼";
            case NEITHER -> "";
        };
    }

    private static String scopes(MetricDefinition metric) {
        return metric.scopes().stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
    }

    private static String meaning(MetricDefinition metric, boolean hasCase, boolean hasPage) {
        StringBuilder text = new StringBuilder(metric.meaning());
        if (hasCase) {
            metric.onlyWhere().ifPresent(what -> text.append(" Only where %s.".formatted(what)));
        }
        if (hasPage && isElsewhere(metric)) {
            text.append(" [How](%s).".formatted(link(metric)));
        }
        return text.toString();
    }

    private static boolean isElsewhere(MetricDefinition metric) {
        return !metric.page().startsWith("reference/metrics.md");
    }

    private static String link(MetricDefinition metric) {
        return "../" + metric.page();
    }
}
