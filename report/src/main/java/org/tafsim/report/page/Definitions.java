package org.tafsim.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.experiment.MetricCatalog;
import org.tafsim.experiment.MetricDefinition;

/** What the metrics of a page mean, from the catalogue of all metrics. */
final class Definitions {

    private Definitions() {}

    /**
     * A metric.
     *
     * @param better {@code less}, {@code more} or {@code none}
     */
    record Definition(String metric, String unit, String meaning, String better) {}

    /** Of a metric; empty where nobody knows it, as one of a newer version. */
    static String meaning(String metric) {
        return MetricCatalog.find(metric).map(one -> plain(one.meaning())).orElse("");
    }

    /** Of some metrics, then of those over time that these have not; what nobody knows is left out. */
    static List<Definition> list(List<MetricRows.Metric> metrics, boolean hasSeries) {
        List<Definition> definitions = new ArrayList<>();
        for (MetricRows.Metric metric : metrics) {
            Optional<MetricDefinition> known = MetricCatalog.find(metric.name());
            known.ifPresent(one -> definitions.add(of(one)));
        }
        if (hasSeries) {
            MetricCatalog.series().forEach(one -> {
                if (definitions.stream().noneMatch(known -> known.metric().equals(one.name()))) {
                    definitions.add(of(one));
                }
            });
        }
        return definitions;
    }

    /** Without the marks around names. */
    private static String plain(String meaning) {
        return meaning.replace("`", "");
    }

    private static Definition of(MetricDefinition metric) {
        return new Definition(
                metric.name(),
                metric.unit(),
                plain(metric.meaning()),
                metric.better().word());
    }
}
