package org.tafsim.report.serve;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Files of the page itself, which are resources of the jar; nothing else of the jar can be asked for. */
final class Assets {

    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    private static final String PAGE = "/org/tafsim/report/page/"; // the report's own style and charts

    private static final Map<String, String> RESOURCES = Map.ofEntries(
            Map.entry("base.css", PAGE + "css/base.css"),
            Map.entry("controls.css", PAGE + "css/controls.css"),
            Map.entry("tables.css", PAGE + "css/tables.css"),
            Map.entry("echarts.min.js", PAGE + "vendor/echarts.min.js"),
            Map.entry("dashboard.css", "dashboard.css"),
            Map.entry("main.js", "js/main.js"),
            Map.entry("dom.js", "js/dom.js"),
            Map.entry("api.js", "js/api.js"),
            Map.entry("charts.js", "js/charts.js"),
            Map.entry("filter.js", "js/filter.js"),
            Map.entry("runs.js", "js/runs.js"),
            Map.entry("sweeps.js", "js/sweeps.js"),
            Map.entry("overlay.js", "js/overlay.js"),
            Map.entry("settings.js", "js/settings.js"),
            Map.entry("pareto.js", "js/pareto.js"),
            Map.entry("sql.js", "js/sql.js"));

    Reply page() throws IOException {
        return Reply.of(200, Reply.HTML, read("index.html"));
    }

    Reply get(List<String> path) throws IOException {
        String name = String.join("/", path);
        String resource = RESOURCES.get(name);
        if (resource == null) {
            throw new Refusal(Refusal.NOT_FOUND, "There is nothing here.");
        }
        return Reply.of(200, name.endsWith(".css") ? STYLE : SCRIPT, read(resource));
    }

    private static byte[] read(String resource) throws IOException {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("The jar lacks %s.".formatted(resource));
            }
            return in.readAllBytes();
        }
    }
}
