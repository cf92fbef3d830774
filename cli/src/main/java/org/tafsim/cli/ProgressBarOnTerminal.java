package org.tafsim.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar that redraws its line, with the time taken and the time left. */
final class ProgressBarOnTerminal implements Progress {

    private static final int WIDTH = 80;

    private final ProgressBar bar;

    ProgressBarOnTerminal(int units, String noun) {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        bar = new ProgressBarBuilder()
                .setTaskName(noun)
                .setInitialMax(units)
                .setUpdateIntervalMillis(250)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(
                        new ConsoleProgressBarConsumer(err, WIDTH)) // a given width, so that no native code is asked
                .clearDisplayOnFinish()
                .build();
    }

    @Override
    public void step() {
        bar.step();
    }

    @Override
    public void close() {
        bar.close();
    }
}
