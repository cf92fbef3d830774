package org.tafsim.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * The law of a scenario.
 *
 * @param regimes states that can compel
 * @param rules in the order in which results list them
 * @param reach the stages at which enforced rules close places
 * @param changes of law, ownership and certificates, by time
 * @param cutOffs in the order in which results list them
 * @param remedy what is done with data that a change made unlawful
 */
public record SovereigntySpec(
        List<Regime> regimes,
        List<Rule> rules,
        Reach reach,
        List<LegalChange> changes,
        List<CutOff> cutOffs,
        Remedy remedy) {

    /** No law at all. */
    public static final SovereigntySpec NONE = new SovereigntySpec(List.of(), List.of());

    /** How far enforcement looks. */
    public enum Reach {
        /** Transit and processing only, as a check of the request's content does; broken at other stages counts as audit. */
        CONTENT,
        /** Every stage of the data's life. */
        LIFECYCLE;

        /** Whether an enforced rule closes places for what happens at this stage. */
        public boolean covers(Stage stage) {
            return this == LIFECYCLE || stage == Stage.S3_TRANSIT || stage == Stage.S5_PROCESSING;
        }
    }

    /** Copies and checks. */
    public SovereigntySpec {
        regimes = List.copyOf(regimes);
        rules = List.copyOf(rules);
        changes = List.copyOf(changes);
        cutOffs = List.copyOf(cutOffs);
        for (int i = 1; i < changes.size(); i++) {
            if (changes.get(i).atNanos() <= changes.get(i - 1).atNanos()) {
                throw new IllegalArgumentException("Change %s must come after change %s."
                        .formatted(changes.get(i).label(), changes.get(i - 1).label()));
            }
        }
    }

    /** The same with other rules. */
    public SovereigntySpec with(List<Rule> otherRules) {
        return new SovereigntySpec(regimes, otherRules, reach, changes, cutOffs, remedy);
    }

    /** Whether some rule asks for a fact, at any time. */
    public boolean mentions(Fact fact) {
        return Stream.concat(
                        rules.stream(),
                        changes.stream()
                                .flatMap(change -> change.rules().stream())
                                .flatMap(List::stream))
                .flatMap(rule -> Stream.of(rule.when(), rule.need()))
                .anyMatch(condition -> condition.mentions(fact));
    }

    /** Law that stays as it is, and nobody pulls a plug. */
    public SovereigntySpec(List<Regime> regimes, List<Rule> rules) {
        this(regimes, rules, Reach.LIFECYCLE, List.of(), List.of(), new Remedy.Keep());
    }
}
