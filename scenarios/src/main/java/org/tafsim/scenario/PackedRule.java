package org.tafsim.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tafsim.model.Rule;
import org.tafsim.scenario.source.Place;

/**
 * A rule with what its file says of it beside its meaning.
 *
 * @param rule what it asks, its country sets resolved on the day of the reading
 * @param verifiedOn the day on which somebody last held it against its source
 * @param from first day in force; always so far where empty
 * @param until last day in force; for good where empty
 * @param notice what the model leaves out
 * @param conflictsWith contradictions that its author knows of
 * @param vectors cases, and what it must say of them
 * @param at where it stands
 */
public record PackedRule(
        Rule rule,
        Optional<LocalDate> verifiedOn,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<String> notice,
        List<KnownConflict> conflictsWith,
        List<RuleVector> vectors,
        Place at) {

    /**
     * A contradiction that is meant.
     *
     * @param id of the other rule
     * @param resolve how people live with both
     */
    public record KnownConflict(String id, String resolve) {}

    /** Copies. */
    public PackedRule {
        conflictsWith = List.copyOf(conflictsWith);
        vectors = List.copyOf(vectors);
    }

    /** Whether it holds on a day. */
    public boolean isInForceOn(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && until.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** Whether it says the same of the same days. */
    boolean isSameTextAs(PackedRule other) {
        return rule.equals(other.rule) && from.equals(other.from) && until.equals(other.until);
    }
}
