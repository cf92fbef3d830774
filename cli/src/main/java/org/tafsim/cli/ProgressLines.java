package org.tafsim.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A line for each further tenth of the work, but none in the first seconds: short commands stay silent. */
final class ProgressLines implements Progress {

    private static final double SILENT_SECONDS = 2;
    private static final int LINES = 10;

    private final PrintWriter err;
    private final int units;
    private final String noun;
    private final LongSupplier clockNanos;
    private final long startNanos;
    private int done;
    private int told;

    ProgressLines(PrintWriter err, int units, String noun, LongSupplier clockNanos) {
        this.err = err;
        this.units = units;
        this.noun = noun;
        this.clockNanos = clockNanos;
        startNanos = clockNanos.getAsLong();
    }

    @Override
    public synchronized void step() {
        done++;
        int tenth = (int) ((long) LINES * done / units);
        double seconds = (clockNanos.getAsLong() - startNanos) / 1e9;
        if (tenth > told && seconds >= SILENT_SECONDS) {
            told = tenth;
            double left = seconds / done * (units - done);
            err.println(String.format(Locale.ROOT, "%d of %d %s, about %.0f s left", done, units, noun, left));
        }
    }

    @Override
    public void close() {}
}
