package org.tafsim.experiment.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Quantities;

/** Reads the parts of a sweep. */
final class BlockReader {

    private static final Map<String, SampleMethod> METHODS =
            new TreeMap<>(Map.of("random", SampleMethod.RANDOM, "lhs", SampleMethod.LHS, "sobol", SampleMethod.SOBOL));
    private static final Map<String, SensitivityMethod> DESIGNS =
            new TreeMap<>(Map.of("morris", SensitivityMethod.MORRIS, "saltelli", SensitivityMethod.SALTELLI));

    private final Problems problems;
    private final AxisReader axes;
    private final long seed;

    BlockReader(Problems problems, long seed) {
        this.problems = problems;
        this.axes = new AxisReader(problems);
        this.seed = seed;
    }

    Optional<Block> read(Node item) {
        Keys keys = Keys.of(item, "a part of a sweep", problems);
        Optional<Node> grid = keys.find("grid");
        Optional<Node> zip = keys.find("zip");
        Optional<Node> list = keys.find("list");
        Optional<Node> sample = keys.find("sample");
        List<Map<String, String>> exclude =
                keys.items("exclude").stream().map(this::texts).toList();
        keys.done();
        long stated = List.of(grid, zip, list, sample).stream()
                .filter(Optional::isPresent)
                .count();
        if (stated != 1) {
            problems.report(
                    keys.at(), "a part of a sweep has one of grid, zip, list and sample; here are " + stated + ".");
            return Optional.empty();
        }
        if (grid.isEmpty() && !exclude.isEmpty()) {
            problems.report(keys.at("exclude"), "'exclude' goes with a grid.");
        }
        return grid.map(node -> grid(node, exclude))
                .or(() -> zip.flatMap(this::zip))
                .or(() -> list.map(this::listed))
                .or(() -> sample.flatMap(this::sampled));
    }

    private Block grid(Node node, List<Map<String, String>> exclude) {
        List<Axis> read = axes.read(node, "a grid");
        for (Map<String, String> combination : exclude) {
            Set<String> foreign = new TreeSet<>(combination.keySet());
            read.forEach(axis -> foreign.remove(axis.path()));
            foreign.forEach(path ->
                    problems.report(node.at(), "'exclude' names %s, which this grid does not vary.".formatted(path)));
        }
        return new Block.Grid(read, exclude);
    }

    private Optional<Block> zip(Node node) {
        List<Axis> read = axes.read(node, "a zip");
        long lengths =
                read.stream().map(axis -> axis.values().size()).distinct().count();
        if (lengths > 1) {
            Map<String, Integer> byPath = new LinkedHashMap<>();
            read.forEach(axis -> byPath.put(axis.path(), axis.values().size()));
            problems.report(
                    node.at(),
                    "a zip walks side by side, so all lists have one length; here they have %s.".formatted(byPath));
            return Optional.empty();
        }
        return read.isEmpty() ? Optional.empty() : Optional.of(new Block.Zip(read));
    }

    /** Points one by one, or by name. */
    private Block listed(Node node) {
        List<Point> points = new ArrayList<>();
        if (node instanceof Node.Items items) {
            items.items().forEach(item -> points.add(new Point(0, settings(item))));
        } else if (node instanceof Node.Fields fields) {
            fields.fields()
                    .forEach(field -> points.add(new Point(0, Optional.of(field.key()), settings(field.value()))));
        }
        if (points.isEmpty()) {
            problems.report(
                    node.at(), "a list needs at least one point, e.g. [{run.seed: 1}] or {first: {run.seed: 1}}.");
        }
        return new Block.Listed(points);
    }

    private List<Setting> settings(Node item) {
        return Keys.of(item, "a point", problems).fields().stream()
                .map(field -> axes.setting(field.key(), field.value()))
                .toList();
    }

    private Map<String, String> texts(Node item) {
        Map<String, String> texts = new LinkedHashMap<>();
        settings(item).forEach(setting -> texts.put(setting.path(), setting.text()));
        return texts;
    }

    private Optional<Block> sampled(Node node) {
        Keys keys = Keys.of(node, "a sample", problems);
        String method = keys.optional("method", Format.word("a way to sample", methods()), "sobol");
        int points = keys.required("points", Quantities.count("64").that(n -> n <= 1_000_000, "not exceed 1000000"));
        Map<String, Spread> spreads = new LinkedHashMap<>();
        keys.mapping("params", "the parameters of a sample")
                .ifPresent(params -> params.fields()
                        .forEach(field -> new SpreadReader(problems)
                                .read(field.value())
                                .ifPresent(spread -> spreads.put(field.key(), spread))));
        keys.done();
        if (spreads.isEmpty()) {
            problems.report(
                    keys.at("params"),
                    "a sample needs parameters, e.g. params: {run.telemetry: {uniform: [0 s, 5 s]}}");
            return Optional.empty();
        }
        SensitivityMethod design = DESIGNS.get(method);
        if (design != null) {
            return problems.build(keys.at("points"), () -> new Block.Design(design, points, spreads, seed));
        }
        SampleMethod sample = Objects.requireNonNull(METHODS.get(method));
        return Optional.of(new Block.Listed(Spread.points(sample.draw(points, spreads.size(), seed), spreads)));
    }

    private static List<String> methods() {
        List<String> methods = new ArrayList<>(METHODS.keySet());
        methods.addAll(DESIGNS.keySet());
        return methods;
    }
}
