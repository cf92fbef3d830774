package org.tafsim.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tafsim.model.LegalChange;
import org.tafsim.model.Operator;
import org.tafsim.model.Rule;
import org.tafsim.model.Site;
import org.tafsim.scenario.catalog.Catalog;
import org.tafsim.scenario.catalog.Dates;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;
import org.tafsim.scenario.source.Suggestions;

/**
 * Reads changes of law, ownership and certificates, one after the other: each starts from what the one before it left. A change
 * of a country set, or of the day whose law holds, is a change of the rules that speak of it.
 */
final class ChangeReader {

    private final Function<Reading, List<Rule>> rulesUnder;
    private final Function<Node, Optional<Rule>> ruleReader;
    private Reading law;
    private OperatorSection operatorSection;
    private List<Operator> operators;
    private final Map<String, List<String>> certificates = new LinkedHashMap<>();
    private List<Rule> rules;
    private boolean isResolved;

    /**
     * A reader.
     *
     * @param law under which the scenario begins
     * @param operatorSection has read the operators
     * @param rulesUnder all rules, read under another law
     * @param ruleReader reads one rule
     */
    ChangeReader(
            Reading law,
            OperatorSection operatorSection,
            List<Operator> operators,
            List<Site> sites,
            List<Rule> rules,
            Function<Reading, List<Rule>> rulesUnder,
            Function<Node, Optional<Rule>> ruleReader) {
        this.law = law;
        this.operatorSection = operatorSection;
        this.operators = operators;
        this.rules = rules;
        this.rulesUnder = rulesUnder;
        this.ruleReader = ruleReader;
        sites.forEach(site -> certificates.put(site.id(), site.custody().certificates()));
    }

    List<LegalChange> read(Keys sovereignty) {
        List<LegalChange> changes = new ArrayList<>();
        sovereignty.items("changes").forEach(item -> change(item).ifPresent(changes::add));
        return changes;
    }

    private Optional<LegalChange> change(Node item) {
        Keys keys = law.keys(item, "a change");
        long at = keys.required("at", Quantities.POSITIVE_DURATION);
        String label = keys.optional("label", Format.TEXT, "change at " + YamlText.duration(at));
        Optional<List<Rule>> changedRules = rules(keys);
        List<Operator> changedOperators = operators(keys);
        Map<String, List<String>> changedCertificates = certificates(keys);
        keys.done();
        return law.problems()
                .build(
                        keys.at(),
                        () -> new LegalChange(at, label, changedRules, changedOperators, changedCertificates));
    }

    private Optional<List<Rule>> rules(Keys keys) {
        if (keys.has("rules")) {
            isResolved = true;
            rules = keys.items("rules").stream()
                    .flatMap(rule -> ruleReader.apply(rule).stream())
                    .toList();
            return Optional.of(rules);
        }
        Optional<LocalDate> day = keys.find("asOf", Dates.FORMAT);
        Catalog catalog = members(keys, "admit", members(keys, "withdraw", law.catalog()));
        if (day.isEmpty() && catalog == law.catalog()) { // nobody asked for other members
            return Optional.empty();
        }
        if (isResolved) {
            law.problems().report(keys.at(), "a change after one that lists all rules must list them, too.");
        }
        law = law.under(catalog, day.orElse(law.day()));
        List<Rule> now = rulesUnder.apply(law);
        boolean isSame = now.equals(rules);
        rules = now;
        return isSame ? Optional.empty() : Optional.of(now);
    }

    private Catalog members(Keys keys, String key, Catalog catalog) {
        Catalog changed = catalog;
        Optional<Keys> sets = keys.mapping(key, "country sets");
        if (sets.isPresent()) {
            for (Node.Field field : sets.get().fields()) {
                if (!catalog.countrySets().containsKey(field.key())) {
                    law.problems()
                            .report(
                                    field.keyAt(),
                                    "there is no set of countries '%s'.".formatted(field.key()),
                                    Suggestions.maybe(
                                            field.key(), catalog.countrySets().keySet()));
                    continue;
                }
                List<String> codes = sets.get().oneOrMore(field.key(), catalog.country());
                changed = key.equals("admit")
                        ? changed.withMembers(field.key(), List.of(), codes)
                        : changed.withMembers(field.key(), codes, List.of());
            }
        }
        return changed;
    }

    private List<Operator> operators(Keys keys) {
        if (!keys.has("operators")) {
            return List.of();
        }
        operatorSection = operatorSection.again(law);
        List<Operator> changed = operatorSection.changed(keys, operators);
        Map<String, Operator> byId = new LinkedHashMap<>();
        operators.forEach(operator -> byId.put(operator.id(), operator));
        changed.forEach(operator -> byId.put(operator.id(), operator));
        operators = List.copyOf(byId.values());
        return changed;
    }

    /** Either what sites hold from then on, or what runs out everywhere. */
    private Map<String, List<String>> certificates(Keys keys) {
        Map<String, List<String>> changed = new LinkedHashMap<>();
        keys.mapping("certificates", "certificates by site").ifPresent(bySite -> {
            for (Node.Field field : bySite.fields()) {
                if (!certificates.containsKey(field.key())) {
                    law.problems()
                            .report(
                                    field.keyAt(),
                                    "there is no site '%s'.".formatted(field.key()),
                                    Suggestions.maybe(field.key(), certificates.keySet()));
                } else {
                    changed.put(field.key(), bySite.oneOrMore(field.key(), Format.TEXT));
                }
            }
        });
        List<String> expired = keys.oneOrMore("expire", Format.TEXT);
        certificates.forEach((site, held) -> {
            if (held.stream().anyMatch(expired::contains)) {
                changed.put(
                        site,
                        held.stream().filter(kept -> !expired.contains(kept)).toList());
            }
        });
        certificates.putAll(changed);
        return changed;
    }
}
