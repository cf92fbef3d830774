package org.tafsim.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar that redraws its line, with the time taken, the time left and the run done last. */
public final class ProgressBarOnTerminal implements ProgressDisplay {

    private static final int WIDTH = TextTable.WIDTH - 1; // a full line would wrap
    private static final int REDRAW_MILLIS = 250;

    private final ProgressBar bar;

    public ProgressBarOnTerminal() {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        bar = new ProgressBarBuilder()
                .setTaskName("Runs")
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(
                        new ConsoleProgressBarConsumer(err, WIDTH)) // a given width: no native code is asked for it
                .clearDisplayOnFinish()
                .build();
    }

    @Override
    public void onProgress(int done, int total, String label) {
        bar.maxHint(total);
        bar.stepTo(done);
        bar.setExtraMessage(label);
    }

    @Override
    public void close() {
        bar.close();
    }
}
