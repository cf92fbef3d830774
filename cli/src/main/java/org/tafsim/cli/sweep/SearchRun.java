package org.tafsim.cli.sweep;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Interruption;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.ProgressDisplay;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.experiment.Decimals;
import org.tafsim.experiment.plan.Search;
import org.tafsim.experiment.sweep.Answer;
import org.tafsim.experiment.sweep.Bisection;
import org.tafsim.experiment.sweep.ExperimentSource;
import org.tafsim.experiment.sweep.SweepFolder;
import org.tafsim.experiment.sweep.SweepPlan;

/** Searches for the largest or smallest value that meets the goals, and tells what it found. */
final class SearchRun {

    private final Terminal terminal;
    private final SweepOptions options;

    SearchRun(Terminal terminal, SweepOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    int run(SweepPlan plan, Path out, ExperimentSource source) throws IOException, InterruptedException {
        SweepRun.checkExternal(plan, options.external());
        SweepFolder folder = SweepFolder.open(out, plan, source);
        List<Answer> answers = new ArrayList<>();
        Interruption.guard(() -> {
            try (ProgressDisplay progress = options.progress(terminal)) {
                answers.addAll(
                        new Bisection(plan, SweepRun.simulator(plan, terminal), options.threads(), progress).run());
            }
        });
        folder.put("search.csv", Answer.csv(answers));
        Search search = plan.experiment().search().orElseThrow();
        if (options.output().isJson()) {
            Json.print(terminal.out(), SweepFacts.of(folder, search, answers));
        } else {
            print(search, answers, folder);
        }
        return ExitCodes.OK;
    }

    private void print(Search search, List<Answer> answers, SweepFolder folder) {
        PrintWriter out = terminal.out();
        out.println("%s value of %s with %s"
                .formatted(
                        search.isLargest() ? "Largest" : "Smallest",
                        search.path(),
                        String.join(
                                " and ",
                                search.goals().stream().map(Object::toString).toList())));
        out.println();
        TextTable table = TextTable.of("policy", "answer", "fails at", "sure", "probes#", "replications#");
        answers.forEach(answer -> table.add(
                answer.policy(),
                answer.value().orElse("none meets the goals"),
                answer.firstFailing().orElse("no value tried"),
                answer.isSure() ? "yes" : "no",
                Integer.toString(answer.probes().size()),
                Integer.toString(answer.replications())));
        table.print(out, terminal.outAnsi());
        out.println();
        out.println("Sure: the %s %% intervals at the answer and beyond it lie on one side of the goals."
                .formatted(Decimals.fixed(100 * search.confidence(), 0)));
        out.println("Written to " + folder.path().resolve("search.csv"));
    }
}
