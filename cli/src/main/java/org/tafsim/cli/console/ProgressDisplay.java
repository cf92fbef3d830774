package org.tafsim.cli.console;

import org.tafsim.experiment.Progress;

/** Shows how far a long command is; on the error stream, so that results stay clean. */
public interface ProgressDisplay extends Progress, AutoCloseable {

    /** Shows nothing. */
    ProgressDisplay NONE = (done, total, label) -> {};

    /** Leaves the line. */
    @Override
    default void close() {}

    /** A bar with an estimate of the time left on a terminal, else a line now and then. */
    static ProgressDisplay of(Terminal terminal, boolean isQuiet) {
        if (isQuiet) {
            return NONE;
        }
        return terminal.isErrTerminal()
                ? new ProgressBarOnTerminal()
                : new ProgressLines(terminal.err(), System::nanoTime);
    }
}
