package org.tafsim.cli.sweep;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.experiment.NewFiles;
import org.tafsim.experiment.sweep.Contest;
import org.tafsim.experiment.sweep.PointSummary;
import org.tafsim.experiment.sweep.SensitivityTable;
import org.tafsim.experiment.sweep.SweepFolder;
import org.tafsim.report.figure.SweepFigures;
import org.tafsim.report.page.Page;
import org.tafsim.report.table.BaselineTable;
import org.tafsim.report.table.SweepTable;

/** Tells people what a sweep gave, where it lies, and what to try next. */
final class SweepPrinter {

    private final Terminal terminal;

    SweepPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(SweepFolder folder, List<PointSummary> points, SweepOutput output) throws IOException {
        SweepFigures.write(
                        folder.path(), output.figures().formats(), folder.plan().experiment(), points)
                .ifPresent(terminal.err()::println);
        if (output.writesReport()) {
            NewFiles.write(
                    folder.path().resolve(Page.FILE), Page.of(folder.path()).bytes());
        }
        if (output.isJson()) {
            Json.print(terminal.out(), SweepFacts.of(folder, points));
        } else {
            print(folder, points, output.writesReport());
        }
    }

    private void print(SweepFolder folder, List<PointSummary> points, boolean writesReport) throws IOException {
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
        printSensitivity(folder);
        out.println();
        String place = shortest(folder.path()).toString();
        out.println("Written to " + place);
        out.println("  summary.csv, differences.csv, %sbest.csv, points.csv, %spoints/, tasks/"
                .formatted(
                        folder.plan().experiment().baselines().isEmpty() ? "" : "baseline.csv, ",
                        Files.isDirectory(folder.path().resolve("figures")) ? "figures/, " : ""));
        if (writesReport) {
            out.println("Open in a browser: " + place + "/" + Page.FILE);
        }
        out.println();
        out.println("Next:");
        out.println("  " + terminal.command() + " run " + place + "/points/0/scenario.resolved.yaml");
        out.println("  " + terminal.command() + " sweep status " + place);
    }

    /** Which parameters matter, to what sweeps are judged by: the main indices of the file. */
    private void printSensitivity(SweepFolder folder) throws IOException {
        if (folder.plan().experiment().sensitivity().isEmpty()) {
            return;
        }
        List<String> judged = Contest.ALL.stream().map(Contest::metric).toList();
        TextTable table = TextTable.of("policy", "metric", "unit", "parameter", "index", "estimate#", "low#", "high#");
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(folder.path().resolve(SensitivityTable.FILE))) {
            for (NamedCsvRecord row : rows) {
                boolean isMain = !List.of("mu", "sigma").contains(row.getField("index"));
                if (isMain && judged.contains(row.getField("metric"))) {
                    table.add(
                            row.getField("policy"),
                            row.getField("metric"),
                            row.getField("unit"),
                            row.getField("path"),
                            row.getField("index"),
                            fourDecimals(row.getField("estimate")),
                            fourDecimals(row.getField("low")),
                            fourDecimals(row.getField("high")));
                }
            }
        }
        terminal.out().println();
        table.print(terminal.out(), terminal.outAnsi());
    }

    private static String fourDecimals(String number) {
        return Json.decimal(Double.parseDouble(number), 4).toPlainString();
    }

    private static Path shortest(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        return folder.startsWith(here) ? here.relativize(folder) : folder;
    }
}
