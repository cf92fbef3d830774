package org.tafsim.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tafsim.stats.ConfidenceInterval;

/** The numbers of {@code summary.csv} and {@code differences.csv} for programs: the same decimals. */
public final class SummaryJson {

    private SummaryJson() {}

    /** Indented JSON, ended by a line feed. */
    public static String text(RunInfo info, SummaryTable summary, List<Difference> differences) {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("id", info.id().value());
        root.put("scenario", info.scenario());
        root.put("tafsim_version", info.version());
        root.put("seed", info.seed());
        root.put("replications", info.replications());
        root.put("confidence", Decimals.exact(summary.confidence(), 2));
        root.put("policies", summary.policies());
        root.put("summary", summary.rows().stream().map(SummaryJson::row).toList());
        root.put("differences", differences.stream().map(SummaryJson::row).toList());
        return RunFormat.JSON.writeValueAsString(root).replace("\r\n", "\n") + "\n";
    }

    /** A row of a summary as programs see it; nothing in place of a width that a single replication does not have. */
    public static Map<String, @Nullable Object> row(SummaryRow row) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("policy", row.policy());
        putMetric(object, row.scope(), row.metric(), row.unit());
        putInterval(object, "mean", row.interval());
        return object;
    }

    /** A difference as programs see it; nothing in place of a width that a single pair does not have. */
    public static Map<String, @Nullable Object> row(Difference row) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("policy", row.policy());
        object.put("baseline", row.baseline());
        putMetric(object, row.scope(), row.metric(), row.unit());
        putInterval(object, "mean_difference", row.interval());
        object.put("adjusted_p_value", Decimals.exact(row.adjustedPValue(), Decimals.DECIMALS));
        return object;
    }

    private static void putMetric(Map<String, @Nullable Object> object, String scope, String metric, String unit) {
        object.put("scope", scope);
        object.put("metric", metric);
        object.put("unit", unit);
    }

    private static void putInterval(Map<String, @Nullable Object> object, String mean, ConfidenceInterval interval) {
        boolean hasWidth = Double.isFinite(interval.halfWidth());
        object.put(mean, Decimals.exact(interval.mean(), Decimals.DECIMALS));
        object.put("half_width", hasWidth ? Decimals.exact(interval.halfWidth(), Decimals.DECIMALS) : null);
        object.put("n", interval.count());
    }
}
