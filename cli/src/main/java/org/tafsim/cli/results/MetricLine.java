package org.tafsim.cli.results;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tafsim.cli.console.Json;
import org.tafsim.store.SummaryFile;

/** A metric for programs. */
final class MetricLine {

    private static final int DECIMALS = 6;

    private MetricLine() {}

    static Map<String, Object> of(SummaryFile.Key key, SummaryFile.Value value) {
        Map<String, Object> line = keyOf(key);
        line.put("unit", value.unit());
        line.put("mean", Json.decimal(value.mean(), DECIMALS));
        value.halfWidth().ifPresent(width -> line.put("half_width", Json.decimal(width, DECIMALS)));
        return line;
    }

    static Map<String, Object> keyOf(SummaryFile.Key key) {
        Map<String, Object> line = new LinkedHashMap<>();
        if (!key.point().isEmpty()) {
            line.put("point", Integer.valueOf(key.point()));
        }
        line.put("policy", key.policy());
        line.put("scope", key.scope());
        line.put("metric", key.metric());
        return line;
    }
}
