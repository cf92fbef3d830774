package org.tafsim.cli.validate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.experiment.measured.Calibration;
import org.tafsim.experiment.measured.Errors;
import org.tafsim.experiment.measured.Ledger.Judged;
import org.tafsim.experiment.measured.LedgerText;
import org.tafsim.experiment.measured.MeasuredFile;
import org.tafsim.experiment.measured.Measurement;
import org.tafsim.model.StepConstants;
import org.tafsim.scenario.ProfileWriter;
import org.tafsim.scenario.catalog.Catalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fits an engine's constants to one's own measurements. */
@Command(
        name = "calibrate",
        header = "Fit an engine's constants to your own measurements of step times.",
        description = {
            "MEASURED.CSV has the columns model, accelerator, tensorParallel, precision, phase, sequences, tokens, output and "
                    + "milliseconds. Phase 'prefill': one step that prefills 'sequences' prompts of 'tokens'; 'decode': one "
                    + "step of 'sequences' whose contexts have 'tokens'; 'closed-loop': mean time per output token of "
                    + "'sequences' clients with prompts of 'tokens' and 'output'. Precision: bf16, fp8, fp8-kv8, int8, int4.%n",
            "About half of the rows, chosen by their text, are held out and judge the fit. No share may exceed 1; rows faster "
                    + "than the accelerator's peaks allow are refused.%n"
        },
        footer = {
            "  tafsim calibrate measured.csv --engine vllm",
            "  tafsim calibrate measured.csv --engine vllm >> scenario.yaml"
        })
public final class CalibrateCommand implements Callable<Integer> {

    /** Fewer rows say too little about ten constants. */
    private static final int FEWEST_ROWS = 8;

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "MEASURED.CSV", description = "What was measured.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(
            names = "--engine",
            defaultValue = "vllm",
            paramLabel = "NAME",
            description = "Whose constants to start from (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String engine;

    public CalibrateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException("There is no file " + file + ".");
        }
        Map<String, List<Measurement>> byAccelerator = new TreeMap<>();
        MeasuredFile.read(file, engine, Catalog.shipped())
                .forEach(row -> byAccelerator
                        .computeIfAbsent(row.replica().accelerator().id(), any -> new ArrayList<>())
                        .add(row));
        TextTable table =
                TextTable.of("accelerator", "fitted#", "median#", "held out#", "median#", "p90#", "as shipped#");
        terminal.out().println("engines:");
        byAccelerator.forEach((accelerator, rows) -> fit(accelerator, rows, table));
        table.print(terminal.err(), terminal.errAnsi());
        return ExitCodes.OK;
    }

    private void fit(String accelerator, List<Measurement> rows, TextTable table) {
        List<Measurement> fitting =
                rows.stream().filter(Measurement::isForFitting).toList();
        List<Measurement> rest =
                rows.stream().filter(row -> !row.isForFitting()).toList();
        if (fitting.size() < FEWEST_ROWS || rest.isEmpty()) {
            throw new InvalidInputException(
                    "%s: %d rows of %s leave %d to fit and %d to judge; expected at least %d and 1."
                            .formatted(file, rows.size(), accelerator, fitting.size(), rest.size(), FEWEST_ROWS));
        }
        StepConstants shipped = rows.get(0).replica().constants();
        StepConstants found = Calibration.fit(fitting, shipped, "fitted to " + file.getFileName())
                .withId(engine + "/" + accelerator);
        Errors judged = errors(rest, found);
        table.add(
                accelerator,
                String.valueOf(fitting.size()),
                LedgerText.percent(errors(fitting, found).median()),
                String.valueOf(rest.size()),
                LedgerText.percent(judged.median()),
                LedgerText.percent(judged.p90()),
                LedgerText.percent(errors(rest, shipped).median()));
        terminal.out().println("  - " + ProfileWriter.engine(found));
    }

    private static Errors errors(List<Measurement> rows, StepConstants constants) {
        return Errors.of(rows.stream()
                .map(row -> new Judged(row, row.with(constants).predictedSeconds()))
                .toList());
    }
}
