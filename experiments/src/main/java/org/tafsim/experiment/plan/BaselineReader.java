package org.tafsim.experiment.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Suggestions;

/**
 * Reads which point others are compared with: by name, or by some of its values. Where several points have these values, each
 * other point is compared with the one that is like it in all else.
 */
final class BaselineReader {

    private static final int MOST_TOLD = 8;

    private final Problems problems;

    BaselineReader(Problems problems) {
        this.problems = problems;
    }

    /** Number of the baseline by number of the point that is compared with it. */
    Map<Integer, Integer> read(Keys experiment, List<Point> points) {
        Optional<Node> stated = experiment.find("baseline");
        if (stated.isEmpty() || (points.isEmpty() && experiment.has("sweep"))) {
            return Map.of(); // why there are no points was told
        }
        if (points.isEmpty()) {
            problems.report(experiment.at("baseline"), "a 'baseline' goes with a 'sweep'.");
            return Map.of();
        }
        Map<Integer, Integer> baselines = stated.get() instanceof Node.Text name
                ? named(name, points)
                : valued(Keys.of(stated.get(), "the values of a baseline", problems), points);
        if (baselines.isEmpty() && problems.isEmpty()) {
            problems.report(stated.get().at(), "the baseline leaves no point to compare with it.");
        }
        return baselines;
    }

    private Map<Integer, Integer> named(Node.Text name, List<Point> points) {
        Set<String> names = points.stream()
                .flatMap(point -> point.name().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Point> found = points.stream()
                .filter(point -> point.name().equals(Optional.of(name.text())))
                .toList();
        if (found.isEmpty()) {
            problems.report(
                    name.at(),
                    names.isEmpty()
                            ? "no point of this sweep has a name; expected the baseline's values, e.g. {run.seed: 1}."
                            : "no point is called '%s'; there are %s.".formatted(name.text(), told(names)),
                    Suggestions.maybe(name.text(), names));
            return Map.of();
        }
        if (found.size() > 1) {
            problems.report(name.at(), "%d points are called '%s'.".formatted(found.size(), name.text()));
        }
        return allAgainst(found.get(0), points);
    }

    private Map<Integer, Integer> valued(Keys keys, List<Point> points) {
        AxisReader axes = new AxisReader(problems);
        List<Setting> wanted = new ArrayList<>();
        for (Node.Field field : keys.fields()) {
            Setting setting = axes.setting(field.key(), field.value());
            check(field, setting, points);
            wanted.add(setting);
        }
        if (!problems.isEmpty()) {
            return Map.of();
        }
        List<Point> found =
                points.stream().filter(point -> hasAll(point, wanted)).toList();
        if (found.isEmpty() || wanted.isEmpty()) {
            problems.report(
                    keys.at(),
                    wanted.isEmpty()
                            ? "the baseline names no value; expected those of a point, e.g. {run.seed: 1}."
                            : "each of these values is that of some point, but no point has them all.");
            return Map.of();
        }
        return found.size() == 1
                ? allAgainst(found.get(0), points)
                : likeAgainstLike(
                        found, points, wanted.stream().map(Setting::path).toList());
    }

    private void check(Node.Field field, Setting setting, List<Point> points) {
        Set<String> paths = new LinkedHashSet<>();
        points.forEach(point -> point.settings().forEach(other -> paths.add(other.path())));
        if (!paths.contains(setting.path())) {
            problems.report(
                    field.keyAt(),
                    "the baseline names %s, which no point varies.".formatted(setting.path()),
                    Suggestions.maybe(setting.path(), paths));
            return;
        }
        Set<String> values = points.stream()
                .flatMap(point -> point.find(setting.path()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!values.contains(setting.text())) {
            problems.report(
                    field.value().at(),
                    "no point has %s: %s; there are %s.".formatted(setting.path(), setting.text(), told(values)),
                    Suggestions.maybe(setting.text(), values));
        }
    }

    private static String told(Set<String> words) {
        String first = words.stream().limit(MOST_TOLD).collect(Collectors.joining(", "));
        return words.size() > MOST_TOLD ? first + " and %d more".formatted(words.size() - MOST_TOLD) : first;
    }

    private static boolean hasAll(Point point, List<Setting> wanted) {
        return wanted.stream().allMatch(setting -> point.find(setting.path()).equals(Optional.of(setting.text())));
    }

    private static Map<Integer, Integer> allAgainst(Point baseline, List<Point> points) {
        Map<Integer, Integer> baselines = new LinkedHashMap<>();
        points.stream()
                .filter(point -> point.number() != baseline.number())
                .forEach(point -> baselines.put(point.number(), baseline.number()));
        return baselines;
    }

    private static Map<Integer, Integer> likeAgainstLike(List<Point> found, List<Point> points, List<String> paths) {
        Map<Set<String>, Integer> byRest = new LinkedHashMap<>();
        found.forEach(point -> byRest.put(rest(point, paths), point.number()));
        Map<Integer, Integer> baselines = new LinkedHashMap<>();
        for (Point point : points) {
            Optional.ofNullable(byRest.get(rest(point, paths)))
                    .filter(baseline -> baseline != point.number())
                    .ifPresent(baseline -> baselines.put(point.number(), baseline));
        }
        return baselines;
    }

    /** What a point has elsewhere. */
    private static Set<String> rest(Point point, List<String> paths) {
        return point.settings().stream()
                .filter(setting -> !paths.contains(setting.path()))
                .map(setting -> setting.path() + "=" + setting.text())
                .collect(Collectors.toSet()); // compared, never iterated
    }
}
