package org.tafsim.cli.watch;

import org.tafsim.cli.console.ProgressDisplay;
import org.tafsim.cli.console.Terminal;
import org.tafsim.engine.RunObserver;
import org.tafsim.experiment.RunTask;
import org.tafsim.model.Scenario;

/** Shows runs while they go on, on the error stream: in place on a terminal, else by a line for each that ends. */
public final class WatchDisplay implements ProgressDisplay {

    private final WatchedRuns runs;
    private final ProgressDisplay display;

    private WatchDisplay(WatchedRuns runs, ProgressDisplay display) {
        this.runs = runs;
        this.display = display;
    }

    /** Of a scenario's runs, which begin now. */
    public static WatchDisplay of(Terminal terminal, Scenario scenario) {
        WatchedRuns runs = new WatchedRuns(scenario);
        return new WatchDisplay(
                runs,
                terminal.isErrRedrawable()
                        ? new WatchInPlace(terminal, runs, System::nanoTime)
                        : new WatchLines(terminal.err(), runs, System::nanoTime));
    }

    /** The same task, watched. */
    public RunTask watching(RunTask task) {
        return runs.watching(task);
    }

    /** To be told of what the task's runs do. */
    public RunObserver observer() {
        return runs;
    }

    @Override
    public void onProgress(int done, int total, String label) {
        display.onProgress(done, total, label);
    }

    @Override
    public void close() {
        display.close();
    }
}
