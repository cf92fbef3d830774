package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tafsim.model.AssetKind;
import org.tafsim.model.Condition;
import org.tafsim.model.DataClass;
import org.tafsim.model.Duty;
import org.tafsim.model.Fact;
import org.tafsim.model.Rule;
import org.tafsim.scenario.source.Problems;

/**
 * Finds duties that cannot both be met: to erase sooner than another rule lets one erase, where both rules may speak of the same
 * request. A rule that says {@code conflictsWith} knows.
 */
final class RuleConflicts {

    private static final long DAY = 86_400_000_000_000L;

    /** Facts that may be known to be empty: then they are within any words, and prove nothing. */
    private static final Set<Fact> MAY_BE_NONE = Set.of( // asked, never iterated
            Fact.PLACE_CERTIFICATES,
            Fact.ACTOR_EXPOSURE,
            Fact.ACTOR_ESTABLISHMENTS,
            Fact.ACTOR_UNDERTAKINGS,
            Fact.ASSET_FLAGS,
            Fact.SUBJECT_CONSENT);

    private RuleConflicts() {}

    /** Reports every contradiction between rules of a list that nobody knows of. */
    static void check(List<PackedRule> rules, Problems problems) {
        for (PackedRule rule : rules) {
            for (PackedRule other : rules) {
                if (!isKnown(rule, other) && !isKnown(other, rule)) {
                    find(rule.rule(), other.rule())
                            .ifPresent(what -> problems.report(
                                    rule.at(),
                                    "%s %s.".formatted(rule.rule().id(), what),
                                    Optional.of("Maybe add conflictsWith: {id: %s, resolve: ...}."
                                            .formatted(other.rule().id()))));
                }
            }
        }
    }

    private static boolean isKnown(PackedRule rule, PackedRule other) {
        return rule.conflictsWith().stream()
                .anyMatch(known -> known.id().equals(other.rule().id()));
    }

    /** What a rule does that another forbids, in words; empty where both can be kept, or never speak of one request. */
    static Optional<String> find(Rule rule, Rule other) {
        return mayMeet(rule, other) ? findContradiction(rule, other) : Optional.empty();
    }

    private static Optional<String> findContradiction(Rule rule, Rule other) {
        for (Duty erase : rule.duties()) {
            for (Duty keep : other.duties()) {
                if (erase instanceof Duty.DeleteWithin within && keep instanceof Duty.RetainAtLeast least) {
                    List<AssetKind> both = new ArrayList<>(within.assets());
                    both.retainAll(least.assets());
                    if (!both.isEmpty() && within.nanos() < least.nanos()) {
                        return Optional.of("erases %s within %s, which %s keeps for at least %s"
                                .formatted(
                                        both.get(0).word(),
                                        duration(within.nanos()),
                                        other.id(),
                                        duration(least.nanos())));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String duration(long nanos) {
        return nanos > 0 && nanos % DAY == 0 ? nanos / DAY + " d" : YamlText.duration(nanos);
    }

    /** Whether both may speak of one request: no part of the one excludes a part of the other. */
    private static boolean mayMeet(Rule rule, Rule other) {
        List<Condition> parts = parts(rule.when());
        List<Condition> others = parts(other.when());
        return parts.stream()
                .noneMatch(part -> others.stream()
                        .anyMatch(against -> excludesEachOther(part, against) || excludesEachOther(against, part)));
    }

    /** All that must hold. */
    private static List<Condition> parts(Condition condition) {
        return condition instanceof Condition.AllOf all
                ? all.parts().stream().flatMap(part -> parts(part).stream()).toList()
                : List.of(condition);
    }

    private static boolean excludesEachOther(Condition one, Condition other) {
        if (one instanceof Condition.ClassIs is) {
            return !admits(other, is.dataClass());
        }
        if (one instanceof Condition.In in && other instanceof Condition.In against) {
            return in.fact() == against.fact()
                    && !MAY_BE_NONE.contains(in.fact())
                    && Collections.disjoint(in.words(), against.words());
        }
        if (one instanceof Condition.Has has && other instanceof Condition.Excludes out) {
            return has.fact() == out.fact() && !Collections.disjoint(has.words(), out.words());
        }
        return false;
    }

    private static boolean admits(Condition condition, DataClass dataClass) {
        if (condition instanceof Condition.ClassIs is) {
            return is.dataClass() == dataClass;
        }
        return !(condition instanceof Condition.ClassAtLeast least) || dataClass.isAtLeast(least.dataClass());
    }
}
