package org.tafsim.scenario;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tafsim.model.CutOff;
import org.tafsim.model.LegalChange;
import org.tafsim.model.Operator;
import org.tafsim.model.Regime;
import org.tafsim.model.Remedy;
import org.tafsim.model.Rule;
import org.tafsim.model.Site;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.scenario.catalog.Dates;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Suggestions;

/**
 * Reads the law of a scenario: packs of the catalog or files beside the scenario, and rules of its own. A rule's mode is what
 * {@code modes} says of it, else what the rule says, else {@code mode}, else what its pack says, else audit.
 */
final class SovereigntySection {

    /** The catalog's sets are verified on this day; a scenario may ask for another. */
    static final LocalDate USUAL_DAY = LocalDate.of(2026, 11, 1);

    private final Reading reading;

    SovereigntySection(Reading reading) {
        this.reading = reading;
    }

    /** The day on which memberships of country sets are decided. */
    static LocalDate day(Node root) {
        Problems unheard = new Problems(); // the section itself reports them
        return Keys.of(root, "a scenario", unheard)
                .mapping("sovereignty", "the sovereignty")
                .map(keys -> keys.optional("asOf", Dates.FORMAT, USUAL_DAY))
                .orElse(USUAL_DAY);
    }

    /**
     * The law.
     *
     * @param operatorSection has read the operators
     * @param service a reference to a service
     */
    SovereigntySpec read(
            Keys scenario,
            OperatorSection operatorSection,
            List<Operator> operators,
            List<Site> sites,
            Format<String> service) {
        Optional<Node> node = scenario.find("sovereignty");
        Optional<Keys> stated = scenario.mapping("sovereignty", "the sovereignty");
        if (stated.isEmpty() || node.isEmpty()) {
            return SovereigntySpec.NONE;
        }
        Keys keys = stated.get();
        keys.optional("asOf", Dates.FORMAT, USUAL_DAY);
        Map<String, Regime> regimes = regimes(keys);
        List<Rule> rules = inForce(keys, regimes.keySet());
        SovereigntySpec.Reach reach = keys.optional(
                "reach",
                Format.constant("how far enforcement looks", SovereigntySpec.Reach.class),
                SovereigntySpec.Reach.LIFECYCLE);
        RuleReader reader = new RuleReader(reading, regimes.keySet());
        List<LegalChange> changes = new ChangeReader(
                        reading,
                        operatorSection,
                        operators,
                        sites,
                        rules,
                        law -> new SovereigntySection(law.unheard()).again(node.get(), regimes.keySet()),
                        rule -> reader.read(rule, Rule.Mode.AUDIT).map(PackedRule::rule))
                .read(keys);
        CutOffReader cutOffs = new CutOffReader(reading, regimes.keySet(), operatorSection.reference(), service);
        List<CutOff> cuts = cutOffs.cutOffs(keys);
        Remedy remedy = cutOffs.remedy(keys);
        keys.done();
        return reading.problems()
                .build(
                        keys.at(),
                        () -> new SovereigntySpec(List.copyOf(regimes.values()), rules, reach, changes, cuts, remedy))
                .orElse(SovereigntySpec.NONE);
    }

    /** The rules under another law. */
    private List<Rule> again(Node sovereignty, Set<String> regimes) {
        return inForce(reading.keys(sovereignty, "the sovereignty"), regimes);
    }

    private List<Rule> inForce(Keys keys, Set<String> regimes) {
        List<PackedRule> rules = rules(keys, new RuleReader(reading, regimes));
        Map<String, Rule.Mode> modes = modes(keys, rules);
        return rules.stream()
                .filter(rule -> rule.isInForceOn(reading.day()))
                .map(PackedRule::rule)
                .map(rule -> rule.withMode(modes.getOrDefault(rule.id(), rule.mode())))
                .toList();
    }

    private Map<String, Regime> regimes(Keys keys) {
        Map<String, Regime> known = reading.catalog().regimes();
        if (!keys.has("regimes")) {
            return known;
        }
        Map<String, Regime> chosen = new LinkedHashMap<>();
        for (Node item : keys.items("regimes")) {
            Regime regime = item instanceof Node.Fields
                    ? ownRegime(item)
                    : Keys.read(item, Format.oneOf("a regime of the catalog", known), reading.problems());
            chosen.put(regime.id(), regime);
        }
        return chosen;
    }

    private Regime ownRegime(Node item) {
        Keys keys = reading.keys(item, "a regime");
        Regime regime = new Regime(keys.required("id", Format.TEXT), reading.countries(keys, "countries"));
        keys.done();
        return regime;
    }

    /** Those of the packs and of the scenario, whenever they hold. */
    private List<PackedRule> rules(Keys keys, RuleReader reader) {
        Optional<Rule.Mode> mode = keys.find("mode", RuleReader.MODE);
        PackReader packs = new PackReader(reading, reader, mode);
        RuleUnion all = new RuleUnion(reading.problems());
        keys.items("packs").forEach(name -> packs.read(name).ifPresent(pack -> all.addAll(pack.all())));
        keys.items("rules")
                .forEach(rule -> reader.read(rule, mode.orElse(Rule.Mode.AUDIT)).ifPresent(all::add));
        RuleConflicts.check(
                all.rules().stream()
                        .filter(rule -> rule.isInForceOn(reading.day()))
                        .toList(),
                reading.problems());
        return all.rules();
    }

    private Map<String, Rule.Mode> modes(Keys keys, List<PackedRule> rules) {
        List<String> ids = rules.stream().map(rule -> rule.rule().id()).toList();
        Map<String, Rule.Mode> modes = keys.map("modes", RuleReader.MODE);
        Map<String, Place> places = keys.places("modes");
        for (String id : modes.keySet()) {
            if (!ids.contains(id)) {
                reading.problems()
                        .report(
                                places.getOrDefault(id, keys.at("modes")),
                                "no rule is called '%s'.".formatted(id),
                                Suggestions.maybe(id, ids));
            }
        }
        return modes;
    }
}
