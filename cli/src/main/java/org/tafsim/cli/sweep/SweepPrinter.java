package org.tafsim.cli.sweep;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.tafsim.cli.console.Terminal;
import org.tafsim.experiment.sweep.PointSummary;
import org.tafsim.experiment.sweep.SweepFolder;
import org.tafsim.report.SweepFigures;
import org.tafsim.report.SweepTable;

/** Tells people what a sweep gave, where it lies, and what to try next. */
final class SweepPrinter {

    private final Terminal terminal;

    SweepPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(SweepFolder folder, List<PointSummary> points, boolean drawsFigures) throws IOException {
        PrintWriter out = terminal.out();
        new SweepTable(folder.plan().experiment(), points)
                .lines(terminal.outAnsi().enabled())
                .forEach(out::println);
        if (drawsFigures) {
            SweepFigures.write(folder.path(), folder.plan().experiment(), points)
                    .ifPresent(terminal.err()::println);
        }
        out.println();
        String place = shortest(folder.path()).toString();
        out.println("Written to " + place);
        out.println("  summary.csv, differences.csv, best.csv, points.csv, figures/, points/, tasks/");
        out.println();
        out.println("Next:");
        out.println("  " + terminal.command() + " run " + place + "/points/0/scenario.resolved.yaml");
        out.println("  " + terminal.command() + " sweep status " + place);
    }

    private static Path shortest(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        return folder.startsWith(here) ? here.relativize(folder) : folder;
    }
}
