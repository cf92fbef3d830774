package org.tafsim.experiment.measured;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.Precision;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.StepConstants;
import org.tafsim.scenario.Precisions;
import org.tafsim.scenario.ScenarioException;
import org.tafsim.scenario.catalog.Catalog;
import org.tafsim.scenario.source.Problem;
import org.tafsim.scenario.source.Suggestions;

/** Measurements in a file of the user's, checked row by row. */
public final class MeasuredFile {
    private static final List<String> COLUMNS = List.of(
            "model",
            "accelerator",
            "tensorParallel",
            "precision",
            "phase",
            "sequences",
            "tokens",
            "output",
            "milliseconds");

    private static final List<String> PHASES = List.of("prefill", "decode", "closed-loop");
    private static final int MOST = 1 << 20;

    private final String file;
    private final String engine;
    private final Catalog catalog;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Measurement> measurements = new ArrayList<>();

    private MeasuredFile(String file, String engine, Catalog catalog) {
        this.file = file;
        this.engine = engine;
        this.catalog = catalog;
    }

    /**
     * Reads a file.
     *
     * @param engine whose constants the replicas have
     * @throws ScenarioException with everything that is wrong: columns, names, numbers, rows faster than physics
     */
    public static List<Measurement> read(Path path, String engine, Catalog catalog) {
        MeasuredFile file = new MeasuredFile(path.toString(), engine, catalog);
        file.readAll(path);
        if (!file.problems.isEmpty()) {
            throw new ScenarioException(file.problems);
        }
        return file.measurements;
    }

    private void readAll(Path path) {
        if (!catalog.engineNames().contains(engine)) {
            problems.add(problem(0, "engine", engine, catalog.engineNames()));
            return;
        }
        try {
            List<NamedCsvRecord> rows = Sources.table(path);
            if (rows.isEmpty()) {
                problems.add(new Problem(file, 0, 0, "", "holds no rows.", Optional.empty()));
            } else if (hasColumns(rows.get(0).getHeader())) {
                rows.forEach(this::take);
            }
        } catch (CsvParseException e) {
            problems.add(new Problem(file, 0, 0, "", "is not CSV: " + e.getMessage(), Optional.empty()));
        }
    }

    private boolean hasColumns(List<String> header) {
        for (String column : COLUMNS) {
            if (!header.contains(column)) {
                Optional<String> hint = Suggestions.maybe(column, header);
                problems.add(new Problem(file, 1, 0, column, "this column is missing.", hint));
            }
        }
        return problems.isEmpty();
    }

    private void take(NamedCsvRecord row) {
        int before = problems.size();
        int line = (int) row.getStartingLineNumber();
        ModelProfile model = known(row, "model", catalog.models());
        AcceleratorProfile card = known(row, "accelerator", catalog.accelerators());
        Precision precision = known(row, "precision", Precisions.BY_NAME);
        String phase = row.getField("phase");
        if (!PHASES.contains(phase)) {
            problems.add(problem(line, "phase", phase, PHASES));
        }
        int parallel = (int) number(row, "tensorParallel", 64);
        int sequences = (int) number(row, "sequences", MOST);
        int tokens = (int) number(row, "tokens", MOST);
        int output = phase.equals("closed-loop") ? (int) number(row, "output", MOST) : 1;
        double seconds = number(row, "milliseconds", 1e9) / 1e3;
        if (problems.size() > before || model == null || card == null || precision == null) {
            return;
        }
        StepConstants constants = catalog.findConstants(engine, card.id()).orElseThrow();
        Load load = load(phase, sequences, tokens, output);
        ReplicaSpec replica =
                new ReplicaSpec("measured", "there", model, card, parallel, precision, load.limits(), constants);
        add(line, new Measurement(file, load.quantity(), engine, replica, load, seconds));
    }

    private static Load load(String phase, int sequences, int tokens, int output) {
        return switch (phase) {
            case "prefill" -> new PrefillStep(sequences, tokens);
            case "decode" -> new DecodeStep(sequences, tokens);
            default -> new ClosedLoop(sequences, tokens, Math.max(2, output), 1);
        };
    }

    private void add(int line, Measurement measurement) {
        try {
            double least = measurement.leastSeconds();
            if (measurement.seconds() < least) {
                problems.add(new Problem(
                        file,
                        line,
                        0,
                        "milliseconds",
                        String.format(
                                Locale.ROOT,
                                "%.3f ms is faster than the peaks of %s allow for %s: expected at least %.3f ms.",
                                1e3 * measurement.seconds(),
                                measurement.replica().accelerator().id(),
                                measurement.load().label(),
                                1e3 * least),
                        Optional.of("Maybe it is in seconds, or of another precision?")));
            } else {
                measurements.add(measurement);
            }
        } catch (IllegalArgumentException refusal) {
            problems.add(new Problem(file, line, 0, "", String.valueOf(refusal.getMessage()), Optional.empty()));
        }
    }

    private <T> @Nullable T known(NamedCsvRecord row, String column, Map<String, T> all) {
        String word = row.getField(column);
        T found = all.get(word);
        if (found == null) {
            problems.add(problem((int) row.getStartingLineNumber(), column, word, all.keySet()));
        }
        return found;
    }

    private Problem problem(int line, String column, String word, Collection<String> known) {
        Optional<String> hint = Suggestions.maybe(word, known);
        return new Problem(file, line, 0, column, "'%s' is not known.".formatted(word), hint);
    }

    /** A positive number; 1 where it is none, after noting that. */
    private double number(NamedCsvRecord row, String column, double most) {
        String text = row.getField(column);
        try {
            double value = Double.parseDouble(text);
            if (value > 0 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below, as for numbers out of range
        }
        problems.add(new Problem(
                file,
                (int) row.getStartingLineNumber(),
                0,
                column,
                "'%s' is not a number above 0 and up to %.0f.".formatted(text, most),
                Optional.empty()));
        return 1;
    }
}
