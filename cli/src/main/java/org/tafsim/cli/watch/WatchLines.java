package org.tafsim.cli.watch;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import org.tafsim.cli.console.ProgressDisplay;

/** A line for each run that ends, for logs. */
final class WatchLines implements ProgressDisplay {

    private final PrintWriter err;
    private final WatchedRuns runs;
    private final LongSupplier clockNanos;
    private final long startNanos;

    WatchLines(PrintWriter err, WatchedRuns runs, LongSupplier clockNanos) {
        this.err = err;
        this.runs = runs;
        this.clockNanos = clockNanos;
        startNanos = clockNanos.getAsLong();
    }

    @Override
    public void onProgress(int done, int total, String label) {
        if (done == 0) {
            return;
        }
        double seconds = (clockNanos.getAsLong() - startNanos) / 1e9;
        WatchedRuns.Snapshot snapshot = runs.snapshot();
        StringBuilder line = new StringBuilder("%d of %d: %s".formatted(done, total, label));
        for (WatchedRuns.Look look : snapshot.policies()) {
            if (label.startsWith(look.policy() + ",")) {
                WatchFigures.SHOWN.forEach(metric -> line.append("; ")
                        .append(metric.heading())
                        .append(' ')
                        .append(WatchFigures.interval(look.done(), metric)));
            }
        }
        err.println(line + WatchFigures.left(seconds, (double) done / total));
    }
}
