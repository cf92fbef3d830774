package org.tafsim.cli.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.cli.console.Words;
import org.tafsim.model.DiurnalProfile;
import org.tafsim.model.LengthSpec;
import org.tafsim.scenario.RecipeWriter;
import org.tafsim.scenario.trace.Recording;
import org.tafsim.scenario.trace.ServeGenTokens;
import org.tafsim.scenario.trace.TraceKind;
import org.tafsim.scenario.trace.fit.GapFit;
import org.tafsim.scenario.trace.fit.LengthFit;
import org.tafsim.scenario.trace.fit.Recipe;
import org.tafsim.scenario.trace.fit.RecordedDay;
import org.tafsim.scenario.trace.fit.TraceStatistics;
import org.tafsim.scenario.trace.fit.WeightedTokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fits distributions to a recording. */
@Command(
        name = "fit",
        header = "Fit distributions to a trace, and write how a scenario generates workload like it.",
        description = {
            "Gaps between arrivals: exponential, gamma, Weibull and lognormal by maximum likelihood. Token lengths: lognormal, gamma, "
                    + "two lognormals, and a table of quantiles. KS is the Kolmogorov-Smirnov distance to the trace: under 0.03 is "
                    + "good. A trace of a day and longer also gets a daily profile, and gaps are fitted with it taken out.%n",
            "The lines on standard output go into the entry of an app; the tables are on standard error.%n"
        },
        footer = {
            "  tafsim trace fit AzureLLMInferenceTrace_conv.csv",
            "  tafsim trace fit AzureLLMInferenceTrace_conv.csv --lengths two-lognormals >> app.yaml",
            "  tafsim trace fit conversation_trace.jsonl --json",
            "  tafsim trace fit servegen/m-large/chunk-106-trace.csv servegen/m-large/chunk-106-dataset.json"
        })
final class FitCommand implements Callable<Integer> {

    private static final double BURSTY = 10;

    static final class Lengths extends Words<LengthFit.Family> {
        Lengths() {
            super(LengthFit.Family.class);
        }
    }

    private final Terminal terminal;

    @Mixin
    private TraceInput input = new TraceInput();

    @Option(names = "--json", description = "Print the fits as JSON, and no lines for an app.")
    private boolean isJson;

    @Option(
            names = "--lengths",
            paramLabel = "FAMILY",
            defaultValue = "quantiles",
            converter = Lengths.class,
            description =
                    "What to write of lengths: quantiles, lognormal or two-lognormals (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private LengthFit.Family lengths;

    FitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (lengths == LengthFit.Family.GAMMA || lengths == LengthFit.Family.FIXED) {
            throw new InvalidInputException(
                    "--lengths: scenarios have no such lengths; expected quantiles, lognormal or " + "two-lognormals.");
        }
        TraceKind kind = input.kind();
        switch (kind) {
            case TELECOM_GRID ->
                throw new InvalidInputException(
                        "%s: a grid has no requests to fit. Maybe 'tafsim trace convert %s --to scenario'?"
                                .formatted(input.name(), input.name()));
            case SERVEGEN, SERVEGEN_TOKENS -> clients();
            default -> requests();
        }
        return ExitCodes.OK;
    }

    private void requests() throws IOException {
        Recording trace = input.recording();
        TraceStatistics found = TraceStatistics.of(trace);
        Optional<DiurnalProfile> day = RecordedDay.of(trace);
        double[] gaps = day.map(shape -> RecordedDay.levelled(trace, shape)).orElseGet(trace::gapsSeconds);
        List<GapFit> gapFits;
        try {
            gapFits = GapFit.all(gaps);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("%s: %s".formatted(input.name(), e.getMessage()));
        }
        List<LengthFit> prompts = LengthFit.all(found.prompts());
        List<LengthFit> outputs = LengthFit.all(found.outputs());
        if (isJson) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("gaps", gapFits.stream().map(FitTables::facts).toList());
            facts.put("prompt", prompts.stream().map(FitTables::facts).toList());
            facts.put("output", outputs.stream().map(FitTables::facts).toList());
            Json.print(terminal.out(), facts);
            return;
        }
        FitTables tables = new FitTables(terminal);
        tables.print(gapFits);
        tables.print("prompt", prompts, found.prompts());
        tables.print("output", outputs, found.outputs());
        warn(found);
        double rate = (found.requests() - 1) / found.spanSeconds();
        write(new Recipe(
                Recipe.arrivals(gapFits, rate), day, Optional.of(chosen(prompts)), Optional.of(chosen(outputs))));
    }

    private void warn(TraceStatistics found) {
        double second = found.secondDispersion().orElse(1);
        double minute = found.minuteDispersion().orElse(1);
        if (minute > BURSTY && minute > 2 * second) {
            String note =
                    "Arrivals come in bursts (dispersion %s at 1 s, %s at 60 s), which independent gaps do not make. Maybe "
                            + "arrivals of type on-off, or clients.";
            TextTable.wrapped(note.formatted(Figures.decimals(second, 1), Figures.decimals(minute, 1)), TextTable.WIDTH)
                    .forEach(terminal.err()::println);
        }
    }

    private void clients() throws IOException {
        TraceInput.Clients clients = input.clients();
        if (clients.windows().isEmpty()) {
            throw new InvalidInputException(
                    "%s: lengths alone are no workload; expected a client's windows too, such as "
                                    .formatted(input.name())
                            + "chunk-0-trace.csv.");
        }
        Map<Integer, Double> prompts = new TreeMap<>();
        Map<Integer, Double> outputs = new TreeMap<>();
        for (ServeGenTokens tokens : clients.tokens()) {
            tokens.prompts().forEach((value, weight) -> prompts.merge(value, weight, Double::sum));
            tokens.outputs().forEach((value, weight) -> outputs.merge(value, weight, Double::sum));
        }
        List<LengthFit> promptFits = fits(prompts);
        List<LengthFit> outputFits = fits(outputs);
        if (isJson) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("prompt", promptFits.stream().map(FitTables::facts).toList());
            facts.put("output", outputFits.stream().map(FitTables::facts).toList());
            Json.print(terminal.out(), facts);
            return;
        }
        if (!promptFits.isEmpty()) {
            FitTables tables = new FitTables(terminal);
            tables.print("prompt", promptFits, WeightedTokens.of(prompts));
            tables.print("output", outputFits, WeightedTokens.of(outputs));
        }
        if (clients.tokens().size() < clients.windows().size()) {
            terminal.err()
                    .println("Lengths are known of %d clients, windows of %d."
                            .formatted(
                                    clients.tokens().size(), clients.windows().size()));
        }
        write(new Recipe(
                Recipe.arrivals(clients.windows()),
                Optional.empty(),
                promptFits.isEmpty() ? Optional.empty() : Optional.of(chosen(promptFits)),
                outputFits.isEmpty() ? Optional.empty() : Optional.of(chosen(outputFits))));
    }

    private static List<LengthFit> fits(Map<Integer, Double> weights) {
        return weights.isEmpty() ? List.of() : LengthFit.all(WeightedTokens.of(weights));
    }

    private LengthSpec chosen(List<LengthFit> fits) {
        return fits.stream()
                .filter(fit -> fit.family() == lengths || fit.family() == LengthFit.Family.FIXED)
                .flatMap(fit -> fit.spec().stream())
                .findFirst()
                .orElseThrow();
    }

    private void write(Recipe recipe) {
        List<String> lines = new ArrayList<>(RecipeWriter.app(recipe));
        lines.add(0, "# fitted to " + input.name());
        lines.forEach(terminal.out()::println);
    }
}
