package org.tafsim.cli.sweep;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.experiment.analysis.Interval;
import org.tafsim.experiment.plan.Sensitivity;
import org.tafsim.experiment.sweep.Contest;
import org.tafsim.experiment.sweep.PointSummary;
import org.tafsim.experiment.sweep.SensitivityTable;
import org.tafsim.experiment.sweep.SweepFolder;
import org.tafsim.report.BaselineTable;
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
        List<String> againstBaseline = new BaselineTable(folder.plan().experiment(), points)
                .lines(terminal.outAnsi().enabled());
        if (!againstBaseline.isEmpty()) {
            out.println();
            againstBaseline.forEach(out::println);
        }
        printSensitivity(folder, points);
        if (drawsFigures) {
            SweepFigures.write(folder.path(), folder.plan().experiment(), points)
                    .ifPresent(terminal.err()::println);
        }
        out.println();
        String place = shortest(folder.path()).toString();
        out.println("Written to " + place);
        out.println("  summary.csv, differences.csv, %sbest.csv, points.csv, figures/, points/, tasks/"
                .formatted(folder.plan().experiment().baselines().isEmpty() ? "" : "baseline.csv, "));
        out.println();
        out.println("Next:");
        out.println("  " + terminal.command() + " run " + place + "/points/0/scenario.resolved.yaml");
        out.println("  " + terminal.command() + " sweep status " + place);
    }

    /** Which parameters matter, to what sweeps are judged by. */
    private void printSensitivity(SweepFolder folder, List<PointSummary> points) {
        Optional<Sensitivity> design = folder.plan().experiment().sensitivity();
        if (design.isEmpty()) {
            return;
        }
        List<String> judged = Contest.ALL.stream().map(Contest::metric).toList();
        TextTable table = TextTable.of("policy", "metric", "unit", "parameter", "index", "estimate#", "low#", "high#");
        for (SensitivityTable.Row row :
                new SensitivityTable(design.get(), points, folder.plan().size()).rows()) {
            Interval interval = row.index().interval();
            boolean isMain = !List.of("mu", "sigma").contains(row.index().name()); // the file has them
            if (isMain && judged.contains(row.metric())) {
                table.add(
                        row.policy(),
                        row.metric(),
                        row.unit(),
                        row.path(),
                        row.index().name(),
                        Json.decimal(interval.estimate(), 4).toPlainString(),
                        Json.decimal(interval.low(), 4).toPlainString(),
                        Json.decimal(interval.high(), 4).toPlainString());
            }
        }
        terminal.out().println();
        table.print(terminal.out(), terminal.outAnsi());
    }

    private static Path shortest(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        return folder.startsWith(here) ? here.relativize(folder) : folder;
    }
}
