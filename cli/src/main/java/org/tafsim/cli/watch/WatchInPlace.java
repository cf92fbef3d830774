package org.tafsim.cli.watch;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.tafsim.cli.console.ProgressDisplay;
import org.tafsim.cli.console.Terminal;
import picocli.CommandLine.Help.Ansi;

/** A block of lines that is drawn again in its place, and is gone in the end. */
final class WatchInPlace implements ProgressDisplay {

    private static final int REDRAW_MILLIS = 250;
    private static final String CLEAR_TO_END_OF_LINE = "\u001b[K";
    private static final String CLEAR_TO_END_OF_SCREEN = "\u001b[J";

    private final PrintWriter err;
    private final Ansi ansi;
    private final WatchBlock block;
    private final WatchedRuns runs;
    private final LongSupplier clockNanos;
    private final long startNanos;
    private final ScheduledExecutorService redraws;
    private final ScheduledFuture<?> drawing;
    private int height;

    WatchInPlace(Terminal terminal, WatchedRuns runs, LongSupplier clockNanos) {
        err = terminal.err();
        ansi = terminal.errAnsi();
        block = new WatchBlock(terminal.size(), terminal.errSparkline());
        this.runs = runs;
        this.clockNanos = clockNanos;
        startNanos = clockNanos.getAsLong();
        redraws = Executors.newSingleThreadScheduledExecutor(draw -> {
            Thread thread = new Thread(draw, "tafsim-watch");
            thread.setDaemon(true);
            return thread;
        });
        drawing = redraws.scheduleWithFixedDelay(this::draw, 0, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void onProgress(int done, int total, String label) {
        // what is drawn is looked up
    }

    private synchronized void draw() {
        if (redraws.isShutdown()) {
            return;
        }
        List<String> lines = block.lines(runs.snapshot(), (clockNanos.getAsLong() - startNanos) / 1e9);
        StringBuilder text = new StringBuilder(toTop());
        for (int i = 0; i < lines.size(); i++) {
            text.append(i == 1 && ansi.enabled() ? ansi.string("@|bold " + lines.get(i) + "|@") : lines.get(i))
                    .append(CLEAR_TO_END_OF_LINE)
                    .append('\n');
        }
        height = lines.size();
        err.print(text.append(CLEAR_TO_END_OF_SCREEN));
        err.flush();
    }

    private String toTop() {
        return height == 0 ? "\r" : "\r\u001b[" + height + "A";
    }

    @Override
    public synchronized void close() {
        drawing.cancel(false);
        redraws.shutdownNow();
        err.print(toTop() + CLEAR_TO_END_OF_SCREEN);
        err.flush();
        height = 0;
    }
}
