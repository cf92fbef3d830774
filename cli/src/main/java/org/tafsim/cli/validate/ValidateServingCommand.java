package org.tafsim.cli.validate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.ProgressDisplay;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.experiment.NewFiles;
import org.tafsim.experiment.measured.Errors;
import org.tafsim.experiment.measured.Ledger;
import org.tafsim.experiment.measured.LedgerGroup;
import org.tafsim.experiment.measured.LedgerText;
import org.tafsim.report.figure.Figure;
import org.tafsim.report.figure.LedgerFigure;
import org.tafsim.scenario.catalog.Catalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The accuracy ledger of the serving model. */
@Command(
        name = "serving",
        header = "Replay published measurements of serving engines, and say how far off the model is.",
        description =
                "Reads every source it knows in the folder: recorded runs of vLLM, benchmarks of three engines, step "
                        + "times and layer times. Errors are first of the constants that tafsim ships, then of constants fitted to "
                        + "about half of the rows for each engine, accelerator and model, and judged on the others. In tafsim's own "
                        + "folder, the tables and a figure go into docs/validation.md.%n",
        footer = {
            "  tafsim validate serving --data ../shared/validation",
            "  tafsim validate serving --data ../shared/validation --quick --details",
            "  tafsim validate serving --data ../shared/validation --out ledger"
        })
public final class ValidateServingCommand implements Callable<Integer> {

    private static final Path USUAL_DOCS = Path.of("docs", "validation.md");

    private final Terminal terminal;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Folder with a folder for each source.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path data;

    @Option(names = "--details", description = "Errors by engine, accelerator and model.")
    private boolean isDetailed;

    @Option(
            names = "--quick",
            description =
                    "Fit nothing, which takes minutes, and touch no document: errors of the shipped constants alone.")
    private boolean isQuick;

    @Option(
            names = "--docs",
            paramLabel = "FILE",
            description =
                    "Put the tables into this document, between its two marks, and the figure into images/ beside it "
                            + "(default: docs/validation.md where you are, if it is there).")
    private @Nullable Path docs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write every row (ledger.csv) and a figure of predicted against measured (ledger.svg, .png).")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    public ValidateServingCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(data)) {
            throw new InvalidInputException("--data: there is no folder " + data + ".");
        }
        Ledger shipped = Ledger.of(data, Catalog.shipped());
        if (shipped.entries().isEmpty()) {
            throw new InvalidInputException(
                    "--data: %s holds none of the sources: %s.".formatted(data, String.join(", ", Ledger.sources())));
        }
        Ledger calibrated = isQuick ? shipped : calibrated(shipped);
        print(shipped, calibrated);
        write(shipped, calibrated);
        return ExitCodes.OK;
    }

    private Ledger calibrated(Ledger shipped) {
        try (ProgressDisplay progress = ProgressDisplay.of(terminal, isJson)) {
            return shipped.calibrated((done, all) -> progress.onProgress(done, all, "fitting"));
        }
    }

    private void print(Ledger shipped, Ledger calibrated) {
        List<LedgerGroup> groups = isDetailed ? LedgerGroup.byDetail(shipped) : LedgerGroup.bySource(shipped);
        List<LedgerGroup> fitted = isDetailed ? LedgerGroup.byDetail(calibrated) : LedgerGroup.bySource(calibrated);
        boolean hasFit = !calibrated.equals(shipped);
        if (isJson) {
            Json.print(terminal.out(), LedgerLine.of(groups, hasFit ? fitted : List.of()));
            return;
        }
        TextTable table =
                TextTable.of("measured", "rows#", "median#", "p90#", "bias#", "held out#", "median#", "fitted#");
        for (int i = 0; i < groups.size(); i++) {
            LedgerGroup group = groups.get(i);
            Errors judged = fitted.get(i).judging();
            table.add(
                    String.join(", ", group.name()),
                    String.valueOf(group.all().rows()),
                    LedgerText.percent(group.all().median()),
                    LedgerText.percent(group.all().p90()),
                    LedgerText.percent(group.all().bias()),
                    String.valueOf(judged.rows()),
                    LedgerText.percent(group.judging().median()),
                    hasFit ? LedgerText.percent(judged.median()) : "");
        }
        table.print(terminal.out(), terminal.outAnsi());
        terminal.out().println();
        shipped.leftOut()
                .forEach((source, reasons) ->
                        terminal.printWrapped(source + ", rows left out: ", LedgerText.leftOut(reasons)));
    }

    private void write(Ledger shipped, Ledger calibrated) throws IOException {
        Figure figure = LedgerFigure.of(shipped);
        Path document = docs == null ? USUAL_DOCS : docs;
        if (!isQuick && (docs != null || Files.exists(document))) {
            String text = Files.readString(document, StandardCharsets.UTF_8);
            NewFiles.write(document, LedgerText.into(text, shipped, calibrated).getBytes(StandardCharsets.UTF_8));
            Path image = document.resolveSibling(LedgerText.FIGURE);
            Files.createDirectories(Objects.requireNonNull(image.getParent()));
            NewFiles.write(image, figure.png());
            terminal.err().println("Written to " + document + " and " + image);
        }
        if (out != null) {
            Files.createDirectories(out);
            String rows = LedgerText.csv(shipped, calibrated);
            NewFiles.write(out.resolve("ledger.csv"), rows.getBytes(StandardCharsets.UTF_8));
            NewFiles.write(out.resolve("ledger.svg"), figure.svg().getBytes(StandardCharsets.UTF_8));
            NewFiles.write(out.resolve("ledger.png"), figure.png());
        }
    }
}
