package org.tafsim.cli.console;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A line for each further tenth of the work, but none in the first seconds: short commands stay silent. */
public final class ProgressLines implements ProgressDisplay {

    private static final double SILENT_SECONDS = 2;
    private static final int LINES = 10;

    private final PrintWriter err;
    private final LongSupplier clockNanos;
    private final long startNanos;
    private int told;

    public ProgressLines(PrintWriter err, LongSupplier clockNanos) {
        this.err = err;
        this.clockNanos = clockNanos;
        startNanos = clockNanos.getAsLong();
    }

    @Override
    public void onProgress(int done, int total, String label) {
        int tenth = (int) ((long) LINES * done / total);
        double seconds = (clockNanos.getAsLong() - startNanos) / 1e9;
        if (tenth > told && seconds >= SILENT_SECONDS) {
            told = tenth;
            double left = seconds / done * (total - done);
            err.println(String.format(Locale.ROOT, "%d of %d runs done, about %.0f s left", done, total, left));
        }
    }
}
