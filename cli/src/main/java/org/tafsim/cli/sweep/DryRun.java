package org.tafsim.cli.sweep;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.experiment.RunTask;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.experiment.plan.Point;
import org.tafsim.experiment.sweep.PlannedPoint;
import org.tafsim.experiment.sweep.SweepPlan;
import org.tafsim.model.PolicySpec;

/** Lists what a sweep would run, and guesses what it would cost from one replication of its last point. */
final class DryRun {

    private static final int MOST_POINTS = 50;

    private final Terminal terminal;

    DryRun(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(SweepPlan plan, int threads) {
        Experiment experiment = plan.experiment();
        List<String> paths = experiment.paths();
        TextTable table =
                TextTable.of(Stream.concat(Stream.of("point#"), paths.stream()).toArray(String[]::new));
        for (Point point : experiment.points().subList(0, Math.min(MOST_POINTS, plan.size()))) {
            table.add(Stream.concat(
                            Stream.of(Integer.toString(point.number())),
                            paths.stream().map(path -> point.find(path).orElse("")))
                    .toArray(String[]::new));
        }
        table.print(terminal.out(), terminal.outAnsi());
        if (plan.size() > MOST_POINTS) {
            terminal.out().println("… and %d more".formatted(plan.size() - MOST_POINTS));
        }
        int tasks = plan.size() * experiment.replications().count();
        double seconds = pilotSeconds(plan);
        terminal.out().println();
        terminal.out()
                .println("%d points × %d replications = %d tasks"
                        .formatted(plan.size(), experiment.replications().count(), tasks));
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "One task of the last point took %.1f s here: about %.0f s with %d at a time.",
                        seconds,
                        Math.ceil(seconds * tasks / threads),
                        threads));
    }

    private double pilotSeconds(SweepPlan plan) {
        PlannedPoint last = plan.point(plan.size() - 1);
        long start = System.nanoTime();
        RunTask task = SweepRun.simulator(plan, terminal).task(last);
        for (PolicySpec policy : last.scenario().policies()) {
            task.run(policy, 0, request -> {});
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
