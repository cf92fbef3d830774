package org.tafsim.experiment.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.engine.MetricNames;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Quantities;
import org.tafsim.scenario.source.Suggestions;

/** Reads what to search for. */
final class SearchReader {

    private static final Format<Double> SHARE =
            Quantities.FRACTION.that(share -> share > 0 && share < 1, "lie between 0 and 1");

    private final Problems problems;

    SearchReader(Problems problems) {
        this.problems = problems;
    }

    Optional<Search> read(Keys experiment) {
        return experiment.mapping("search", "a search").flatMap(this::search);
    }

    private Optional<Search> search(Keys keys) {
        Optional<String> largest = keys.find("largest", Format.TEXT.named("a path", "apps[id=chat].arrivals.rate"));
        Optional<String> smallest =
                keys.find("smallest", Format.TEXT.named("a path", "sites[id=edge].accelerators.L4"));
        List<Amount> ends = keys.list("between", AxisReader.AMOUNT);
        Optional<Amount> step = keys.find("step", AxisReader.AMOUNT);
        List<Goal> goals = new ArrayList<>();
        keys.items("goals").forEach(item -> goal(item).ifPresent(goals::add));
        double confidence = keys.optional("confidence", SHARE, 0.95);
        keys.done();
        if (largest.isPresent() == smallest.isPresent()) {
            problems.report(keys.at(), "a search looks for either the 'largest' or the 'smallest' value of a path.");
            return Optional.empty();
        }
        boolean isOneUnit = ends.size() == 2
                && ends.get(0).unit().equals(ends.get(1).unit())
                && step.map(amount -> amount.unit().equals(ends.get(0).unit())).orElse(true);
        if (!isOneUnit) {
            problems.report(
                    keys.at("between"),
                    "a search needs two ends and a step of one unit, e.g. between: [1 /s, 64 /s], step: 1 /s");
            return Optional.empty();
        }
        return problems.build(
                keys.at(),
                () -> new Search(
                        largest.or(() -> smallest).orElseThrow(),
                        ends.get(0).value(),
                        ends.get(1).value(),
                        step.map(Amount::value).orElse(BigDecimal.ONE),
                        ends.get(0).unit(),
                        largest.isPresent(),
                        goals,
                        confidence));
    }

    private Optional<Goal> goal(Node item) {
        String text = Keys.read(item, Format.TEXT.named("a goal", "slo_attainment >= 0.99"), problems);
        Optional<Goal> goal = Goal.find(text);
        if (goal.isEmpty()) {
            problems.report(
                    item.at(),
                    "\"%s\" is not a goal; expected a metric, one of >= <= ==, and a number, e.g. slo_attainment >= 0.99"
                            .formatted(text));
            return goal;
        }
        String metric = goal.get().metric();
        if (!MetricNames.OF_ALL_REQUESTS.contains(metric)) {
            problems.report(
                    item.at(),
                    "\"%s\" is not a metric of all requests.".formatted(metric),
                    Suggestions.maybe(metric, MetricNames.OF_ALL_REQUESTS));
        }
        return goal;
    }
}
