package org.tafsim.experiment.measured;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.StepConstants;
import org.tafsim.scenario.catalog.Catalog;

/**
 * The accuracy ledger: every measurement that can be compared, beside what the model says.
 *
 * @param entries in the order of their sources
 * @param leftOut rows that are not compared, by source and reason
 */
public record Ledger(List<Judged> entries, Map<String, Map<String, Integer>> leftOut) {

    private static final int FEWEST_FITTED = 8;

    /**
     * A measurement and what the model says.
     *
     * @param measurement others'
     * @param predictedSeconds ours
     */
    public record Judged(Measurement measurement, double predictedSeconds) {

        /** Predicted over measured, less one. */
        public double error() {
            return predictedSeconds / measurement.seconds() - 1;
        }
    }

    /** The folders that hold sources, by name. */
    public static List<String> sources() {
        return Sources.names();
    }

    /**
     * Replays all sources that lie in a folder, with the catalog's constants.
     *
     * @throws java.io.UncheckedIOException when a file cannot be read
     */
    public static Ledger of(Path data, Catalog catalog) {
        List<Measurement> measurements = new ArrayList<>();
        Map<String, Map<String, Integer>> leftOut = new LinkedHashMap<>();
        Sources.read(data, catalog).forEach((source, rows) -> {
            measurements.addAll(rows.measurements());
            leftOut.put(source, rows.leftOut());
        });
        List<Verdict> verdicts =
                measurements.parallelStream().map(Ledger::judge).toList();
        List<Judged> entries = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            verdict.entry().ifPresent(entries::add);
            verdict.reason()
                    .ifPresent(reason -> Objects.requireNonNull(leftOut.get(verdict.source()))
                            .merge(reason, 1, Integer::sum));
        }
        return new Ledger(List.copyOf(entries), leftOut);
    }

    /** An entry, or why there is none. */
    private record Verdict(String source, Optional<Judged> entry, Optional<String> reason) {}

    /**
     * The same measurements with constants of their own for each engine, accelerator and model, fitted to the part that is for
     * fitting; and, where it was measured at several precisions, fitted on from there for each of these, since other kernels
     * compute them. Groups of fewer rows than that takes keep what they had.
     *
     * @param onGroup called after each group with its number and that of all
     */
    public Ledger calibrated(BiConsumer<Integer, Integer> onGroup) {
        Map<String, List<Measurement>> groups = groups(Ledger::group);
        Map<String, StepConstants> constants = new HashMap<>();
        int done = 0;
        for (List<Measurement> members : groups.values()) {
            StepConstants found = fitted(members, members.get(0).replica().constants());
            members.forEach(it -> constants.putIfAbsent(precisionGroup(it), found));
            Map<String, List<Measurement>> byPrecision = groups(members, Ledger::precisionGroup);
            if (byPrecision.size() > 1) {
                byPrecision.forEach((group, alike) -> constants.put(group, fitted(alike, found)));
            }
            onGroup.accept(++done, groups.size());
        }
        List<Judged> again = entries.stream()
                .map(Judged::measurement)
                .map(it -> new Judged(
                        it,
                        it.with(Objects.requireNonNull(constants.get(precisionGroup(it))))
                                .predictedSeconds()))
                .toList();
        return new Ledger(again, leftOut);
    }

    private Map<String, List<Measurement>> groups(Function<Measurement, String> name) {
        return groups(entries.stream().map(Judged::measurement).toList(), name);
    }

    private static Map<String, List<Measurement>> groups(
            List<Measurement> measurements, Function<Measurement, String> name) {
        return measurements.stream().collect(Collectors.groupingBy(name, LinkedHashMap::new, Collectors.toList()));
    }

    private static String group(Measurement measurement) {
        ReplicaSpec replica = measurement.replica();
        return "%s %s/%s %s"
                .formatted(
                        measurement.source(),
                        measurement.engine(),
                        replica.accelerator().id(),
                        replica.model().id());
    }

    private static String precisionGroup(Measurement measurement) {
        return group(measurement) + " " + measurement.replica().precision();
    }

    private static StepConstants fitted(List<Measurement> members, StepConstants start) {
        List<Measurement> fitting =
                members.stream().filter(Measurement::isForFitting).toList();
        return fitting.size() < FEWEST_FITTED ? start : Calibration.fit(fitting, start, "fitted");
    }

    private static Verdict judge(Measurement measurement) {
        String source = measurement.source();
        try {
            if (measurement.seconds() < measurement.leastSeconds()) {
                return new Verdict(source, Optional.empty(), Optional.of("faster than the accelerator's peaks allow"));
            }
            return new Verdict(
                    source, Optional.of(new Judged(measurement, measurement.predictedSeconds())), Optional.empty());
        } catch (IllegalArgumentException e) {
            return new Verdict(source, Optional.empty(), Optional.of("does not fit in memory, as the model has it"));
        }
    }
}
