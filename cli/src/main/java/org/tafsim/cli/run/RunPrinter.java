package org.tafsim.cli.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.model.Rule;
import org.tafsim.model.Scenario;
import org.tafsim.report.page.Page;
import org.tafsim.report.table.LoadLines;
import org.tafsim.report.table.RunHeadline;
import org.tafsim.report.table.RunTable;

/** Tells people what a run gave, where it lies, and what to try next. */
final class RunPrinter {

    private final Terminal terminal;

    RunPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Prints.
     *
     * @param file of the scenario, as the user named it
     * @param results of all policies and replications
     * @param written folder of the results
     */
    void print(Path file, Scenario scenario, List<RunResult> results, SummaryTable summary, Path written)
            throws IOException {
        PrintWriter out = terminal.out();
        new RunTable(RunHeadline.of(scenario), summary)
                .lines(terminal.outAnsi().enabled())
                .forEach(out::println);
        List<String> load = new LoadLines(results, terminal.outSparkline())
                .lines(terminal.outAnsi().enabled());
        if (!load.isEmpty()) {
            out.println();
            load.forEach(out::println);
        }
        out.println();
        out.println("Written to " + shortest(written));
        TextTable.wrapped("  " + String.join(", ", entries(written)), TextTable.WIDTH)
                .forEach(out::println);
        if (Files.exists(written.resolve(Page.FILE))) {
            out.println("Open in a browser: " + shortest(written.resolve(Page.FILE)));
        }
        out.println();
        out.println("Next:");
        String run = terminal.command() + " run " + quoted(file);
        if (scenario.sovereignty().rules().stream().anyMatch(rule -> rule.mode() == Rule.Mode.AUDIT)) {
            out.println("  " + run + " --set sovereignty.mode=enforce");
        }
        out.println("  %s --replications %d".formatted(run, 2 * scenario.run().replications()));
        out.println("  " + terminal.command() + " policies");
    }

    private static List<String> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName() + (Files.isDirectory(entry) ? "/" : ""))
                    .sorted()
                    .toList();
        }
    }

    /** Below where the user is, a relative path says it shorter. */
    private static Path shortest(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        return folder.startsWith(here) ? here.relativize(folder) : folder;
    }

    private static String quoted(Path file) {
        String text = file.toString();
        return text.matches("[\\w./@%+=:,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
