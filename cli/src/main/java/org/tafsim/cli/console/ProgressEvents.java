package org.tafsim.cli.console;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** A line of JSON for each run that ends, for programs: how many of how many are done, and which ended last. */
final class ProgressEvents implements ProgressDisplay {

    private final PrintWriter err;

    ProgressEvents(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void onProgress(int done, int total, String label) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("event", "progress");
        event.put("done", done);
        event.put("total", total);
        event.put("run", label);
        err.println(Json.line(event));
    }
}
