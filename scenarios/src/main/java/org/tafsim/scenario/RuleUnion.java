package org.tafsim.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;

/** Rules from several packs, each once. Two of one id that read differently are a problem, never a silent choice. */
final class RuleUnion {

    private final Problems problems;
    private final Map<String, PackedRule> byId = new LinkedHashMap<>();

    RuleUnion(Problems problems) {
        this.problems = problems;
    }

    void addAll(List<PackedRule> rules) {
        rules.forEach(this::add);
    }

    void add(PackedRule rule) {
        PackedRule first = byId.putIfAbsent(rule.rule().id(), rule);
        if (first == null || first.at().equals(rule.at())) {
            return;
        }
        if (first.at().file().equals(rule.at().file())) {
            problems.report(
                    rule.at(),
                    "the rule '%s' is here twice.".formatted(rule.rule().id()),
                    Optional.of("The other is at line %d.".formatted(first.at().line())));
        } else if (!first.isSameTextAs(rule)) {
            problems.report(
                    rule.at(),
                    "the rule '%s' reads otherwise than in %s."
                            .formatted(rule.rule().id(), where(first.at())),
                    Optional.of("Maybe choose one of the two packs."));
        }
    }

    private static String where(Place place) {
        return place.file() + ":" + place.line();
    }

    /** In the order in which they came. */
    List<PackedRule> rules() {
        return List.copyOf(byId.values());
    }
}
