package org.tafsim.experiment.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.tafsim.engine.MetricNames;
import org.tafsim.engine.Randomness;
import org.tafsim.scenario.ScenarioException;
import org.tafsim.scenario.source.FileHeading;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Quantities;
import org.tafsim.scenario.source.SourceFile;
import org.tafsim.scenario.source.YamlTree;

/** Reads experiment files as strictly as scenarios: all problems at once, each with its place. */
public final class ExperimentReader {

    /** Points above which a user is asked first. */
    public static final long MANY_POINTS = 1_000_000;

    private static final Format<Double> SHARE =
            Quantities.FRACTION.that(share -> share > 0 && share < 1, "lie between 0 and 1");
    private static final Format<String> METRIC = Format.word("a metric of all requests", MetricNames.OF_ALL_REQUESTS);
    private static final Format<Integer> COUNT = Quantities.count("10");

    private final Problems problems = new Problems();
    private final boolean mayBeHuge;

    private ExperimentReader(boolean mayBeHuge) {
        this.mayBeHuge = mayBeHuge;
    }

    /**
     * The text of a file.
     *
     * @throws ScenarioException where it cannot be read
     */
    public static String text(Path file) {
        Problems problems = new Problems();
        return SourceFile.read(file, problems).orElseThrow(() -> new ScenarioException(problems.list()));
    }

    /**
     * Reads a text.
     *
     * @param name how problems call it
     * @param folder against which the base is resolved
     * @throws ScenarioException with all problems
     */
    public static Experiment read(String name, String text, Path folder, boolean mayBeHuge) {
        ExperimentReader reader = new ExperimentReader(mayBeHuge);
        return YamlTree.parse(Place.of(name), text, reader.problems)
                .filter(root -> FileHeading.isOf("Experiment", root, reader.problems))
                .flatMap(root ->
                        reader.experiment(Keys.of(root, "an experiment", reader.problems), folder, nameOf(name)))
                .filter(experiment -> reader.problems.isEmpty())
                .orElseThrow(() -> new ScenarioException(reader.problems.list()));
    }

    private static String nameOf(String file) {
        String name = String.valueOf(Path.of(file).getFileName());
        return name.endsWith(".yaml") ? name.substring(0, name.length() - ".yaml".length()) : name;
    }

    private Optional<Experiment> experiment(Keys keys, Path folder, String fileName) {
        keys.find("apiVersion");
        keys.find("kind");
        String name = keys.optional("name", Format.TEXT, fileName);
        keys.find("description", Format.TEXT);
        Path base =
                folder.resolve(keys.required("base", Format.TEXT.named("a scenario file", "../edge-vs-cloud.yaml")));
        Optional<Long> seed = keys.find("seed", Quantities.whole(0, Long.MAX_VALUE, "42"));
        List<Setting> common = new ArrayList<>(common(keys));
        seed.ifPresent(value -> common.add(Setting.of("run.seed", value.toString())));
        Replications replications = replications(keys);
        common.add(Setting.of("run.replications", Integer.toString(replications.count())));
        Randomness randomness = keys.optional(
                "randomness", Format.constant("a kind of randomness", Randomness.class), Randomness.COMMON);
        Optional<Search> search = new SearchReader(problems).read(keys);
        List<Block> blocks = blocks(keys, seed.orElse(1L), search.isPresent());
        List<Point> points = points(keys, blocks, search.isPresent());
        Optional<Keys> compare = keys.mapping("compare", "a comparison");
        Optional<String> baseline = compare.flatMap(inner -> inner.find("baseline", Format.TEXT));
        List<String> metrics =
                compare.map(inner -> inner.list("metrics", METRIC)).orElse(List.of());
        compare.ifPresent(Keys::done);
        Map<Integer, Integer> baselines = new BaselineReader(problems).read(keys, points);
        boolean keepsSeries = keys.mapping("output", "the output")
                .map(output -> {
                    boolean series = output.optional("series", Format.FLAG, false);
                    output.done();
                    return series;
                })
                .orElse(false);
        Execution execution = execution(keys);
        keys.done();
        return problems.build(
                keys.at(),
                () -> new Experiment(
                        name,
                        base,
                        common,
                        paths(points, search),
                        points,
                        replications,
                        randomness,
                        baseline,
                        metrics,
                        baselines,
                        keepsSeries,
                        execution,
                        sensitivity(keys, blocks, points),
                        search));
    }

    private List<Setting> common(Keys keys) {
        AxisReader axes = new AxisReader(problems);
        return keys.mapping("set", "the settings").map(Keys::fields).orElse(List.of()).stream()
                .map(field -> axes.setting(field.key(), field.value()))
                .toList();
    }

    private Replications replications(Keys keys) {
        Optional<Node> stated = keys.find("replications");
        if (stated.isEmpty() || stated.get() instanceof Node.Text) {
            return Replications.of(keys.optional("replications", COUNT, 5));
        }
        Keys inner = Keys.of(stated.get(), "the replications", problems);
        int count = inner.required("count", COUNT);
        Optional<StopWhen> stopWhen =
                inner.mapping("stopWhen", "a rule to stop").flatMap(this::stopWhen);
        int most = inner.optional("max", COUNT, stopWhen.isPresent() ? 10 * count : count);
        inner.done();
        return problems.build(inner.at(), () -> new Replications(count, most, stopWhen))
                .orElse(Replications.of(2));
    }

    private Optional<StopWhen> stopWhen(Keys keys) {
        String metric = keys.required("metric", METRIC);
        double halfWidth = keys.required("relHalfWidth", SHARE);
        double confidence = keys.optional("confidence", SHARE, 0.95);
        keys.done();
        return problems.build(keys.at(), () -> new StopWhen(metric, halfWidth, confidence));
    }

    private Execution execution(Keys keys) {
        return keys.mapping("execution", "the execution")
                .flatMap(inner -> {
                    int chunk = inner.optional("chunk", COUNT, Execution.DEFAULT.chunk());
                    long retries = inner.optional(
                            "retries", Quantities.whole(0, 100, "2"), (long) Execution.DEFAULT.retries());
                    OptionalLong timeout = inner.find("timeout", Quantities.POSITIVE_DURATION)
                            .map(OptionalLong::of)
                            .orElse(OptionalLong.empty());
                    inner.done();
                    return problems.build(inner.at(), () -> new Execution(chunk, (int) retries, timeout));
                })
                .orElse(Execution.DEFAULT);
    }

    private List<Block> blocks(Keys keys, long seed, boolean isSearch) {
        BlockReader reader = new BlockReader(problems, seed);
        List<Block> blocks = keys.items("sweep").stream()
                .flatMap(item -> reader.read(item).stream())
                .toList();
        if (keys.has("sweep") == isSearch) {
            problems.report(keys.at("sweep"), "an experiment has either a 'sweep' or a 'search'.");
        }
        double size = blocks.stream().mapToDouble(Block::size).sum();
        if (size > MANY_POINTS && !mayBeHuge) {
            problems.report(
                    keys.at("sweep"),
                    "this makes %.0f points, more than a million; say --yes where that is meant.".formatted(size));
            return List.of();
        }
        return blocks;
    }

    private List<Point> points(Keys keys, List<Block> blocks, boolean isSearch) {
        Map<List<String>, Point> unique = new LinkedHashMap<>();
        blocks.forEach(block -> block.points().forEach(point -> unique.putIfAbsent(texts(point.settings()), point)));
        List<Point> points = new ArrayList<>();
        unique.values().forEach(point -> points.add(point.withNumber(points.size())));
        if (points.isEmpty() && !isSearch && problems.isEmpty()) {
            problems.report(keys.at("sweep"), "the sweep has no point left; nothing would run.");
        }
        return points;
    }

    private static List<String> texts(List<Setting> point) {
        return point.stream()
                .map(setting -> setting.path() + "=" + setting.text())
                .toList();
    }

    /** Only of a sample that is the whole sweep: indices speak of the ranges it was drawn from. */
    private Optional<Sensitivity> sensitivity(Keys keys, List<Block> blocks, List<Point> points) {
        List<Block.Design> designs = blocks.stream()
                .flatMap(block -> block instanceof Block.Design design ? Stream.of(design) : Stream.empty())
                .toList();
        if (designs.isEmpty() || blocks.size() > 1) {
            if (!designs.isEmpty()) {
                problems.report(keys.at("sweep"), "a morris or saltelli sample is the only part of its sweep.");
            }
            return Optional.empty();
        }
        Block.Design design = designs.get(0);
        Map<List<String>, Integer> numbers = new HashMap<>(); // asked, never iterated
        points.forEach(point -> numbers.put(texts(point.settings()), point.number()));
        List<Integer> places = design.points().stream()
                .map(point -> Objects.requireNonNull(numbers.get(texts(point.settings()))))
                .toList();
        List<String> paths = List.copyOf(design.spreads().keySet());
        return Optional.of(new Sensitivity(design.method(), design.runs(), paths, places, design.seed()));
    }

    private static List<String> paths(List<Point> points, Optional<Search> search) {
        Set<String> paths = new LinkedHashSet<>();
        search.ifPresent(wanted -> paths.add(wanted.path()));
        points.forEach(point -> point.settings().forEach(setting -> paths.add(setting.path())));
        return List.copyOf(paths);
    }
}
