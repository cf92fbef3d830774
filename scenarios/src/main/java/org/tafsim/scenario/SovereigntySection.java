package org.tafsim.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.model.Regime;
import org.tafsim.model.Rule;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.scenario.catalog.Dates;
import org.tafsim.scenario.catalog.PackedFiles;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.SourceFile;
import org.tafsim.scenario.source.Suggestions;
import org.tafsim.scenario.source.YamlTree;

/**
 * Reads the law of a scenario: packs of the catalog or files beside the scenario, and rules of its own. A rule's mode is what
 * {@code modes} says of it, else what the rule says, else {@code mode}, else what its pack says, else audit.
 */
final class SovereigntySection {

    /** The catalog's sets are verified on this day; a scenario may ask for another. */
    private static final LocalDate USUAL_DAY = LocalDate.of(2026, 11, 1);

    private final Reading reading;
    private final Ids ids;

    SovereigntySection(Reading reading) {
        this.reading = reading;
        this.ids = new Ids("rule", reading.problems());
    }

    /** The day on which memberships of country sets are decided. */
    static LocalDate day(Node root) {
        Problems unheard = new Problems(); // the section itself reports them
        return Keys.of(root, "a scenario", unheard)
                .mapping("sovereignty", "the sovereignty")
                .map(keys -> keys.optional("asOf", Dates.FORMAT, USUAL_DAY))
                .orElse(USUAL_DAY);
    }

    SovereigntySpec read(Keys scenario) {
        Optional<Keys> stated = scenario.mapping("sovereignty", "the sovereignty");
        if (stated.isEmpty()) {
            return SovereigntySpec.NONE;
        }
        Keys keys = stated.get();
        keys.optional("asOf", Dates.FORMAT, USUAL_DAY);
        Map<String, Regime> regimes = regimes(keys);
        RuleReader reader = new RuleReader(reading, regimes.keySet());
        Optional<Rule.Mode> mode = keys.find("mode", RuleReader.MODE);
        List<Rule> rules = new ArrayList<>();
        keys.items("packs").forEach(pack -> rules.addAll(pack(pack, reader, mode)));
        keys.items("rules")
                .forEach(
                        rule -> read(rule, reader, mode.orElse(Rule.Mode.AUDIT)).ifPresent(rules::add));
        Map<String, Rule.Mode> modes = modes(keys);
        keys.done();
        return new SovereigntySpec(
                List.copyOf(regimes.values()),
                rules.stream()
                        .map(rule -> rule.withMode(modes.getOrDefault(rule.id(), rule.mode())))
                        .toList());
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

    private List<Rule> pack(Node name, RuleReader reader, Optional<Rule.Mode> mode) {
        Optional<Node> root = packText(name).flatMap(text -> text.parse(reading.problems()));
        if (root.isEmpty()) {
            return List.of();
        }
        Keys keys = reading.keys(root.get(), "a rule pack");
        keys.required("kind", Format.word("a kind", List.of("RulePack")));
        keys.required("id", Format.TEXT);
        List.of("version", "verifiedOn", "reviewer", "notice").forEach(key -> keys.find(key, Format.TEXT));
        Optional<Keys> defaults = keys.mapping("defaults", "the defaults");
        Rule.Mode usual = defaults.map(d -> d.optional("mode", RuleReader.MODE, Rule.Mode.AUDIT))
                .orElse(Rule.Mode.AUDIT);
        defaults.ifPresent(Keys::done);
        List<Rule> rules = new ArrayList<>();
        keys.items("rules")
                .forEach(rule -> read(rule, reader, mode.orElse(usual)).ifPresent(rules::add));
        keys.done();
        return rules;
    }

    private Optional<Rule> read(Node node, RuleReader reader, Rule.Mode mode) {
        Optional<Rule> rule = reader.read(node, mode);
        rule.ifPresent(known -> ids.claim(known.id(), node.at()));
        return rule;
    }

    private Map<String, Rule.Mode> modes(Keys keys) {
        Map<String, Rule.Mode> modes = keys.map("modes", RuleReader.MODE);
        Map<String, Place> places = keys.places("modes");
        for (String id : modes.keySet()) {
            if (!ids.all().contains(id)) {
                reading.problems()
                        .report(
                                places.getOrDefault(id, keys.at("modes")),
                                "no rule is called '%s'.".formatted(id),
                                Suggestions.maybe(id, ids.all()));
            }
        }
        return modes;
    }

    private record PackText(Place file, String text) {
        Optional<Node> parse(Problems problems) {
            return YamlTree.parse(file, text, problems);
        }
    }

    /** A pack of the catalog, or a file where the name ends in .yaml. */
    private Optional<PackText> packText(Node node) {
        String name = Keys.read(node, Format.TEXT.named("a rule pack", "eu-core"), reading.problems());
        if (name.endsWith(".yaml")) {
            return packFile(node, name);
        }
        String path = "catalog/rules/" + name + ".yaml";
        Optional<String> text = name.matches("[a-z0-9-]+") ? new PackedFiles().find(path) : Optional.empty();
        if (text.isEmpty()) {
            reading.problems()
                    .report(
                            node.at(),
                            "\"%s\" is not a rule pack of the catalog.".formatted(name),
                            Suggestions.maybe(name, List.of("eu-core")));
        }
        return text.map(content -> new PackText(Place.of(path), content));
    }

    private Optional<PackText> packFile(Node node, String name) {
        return reading.file(node.at(), name)
                .flatMap(file -> SourceFile.read(file, reading.problems())
                        .map(content -> new PackText(Place.of(file.toString()), content)));
    }
}
