package org.tafsim.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.model.Rule;
import org.tafsim.scenario.catalog.Dates;
import org.tafsim.scenario.catalog.PackedFiles;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.SourceFile;
import org.tafsim.scenario.source.Suggestions;
import org.tafsim.scenario.source.YamlTree;

/** Reads rule packs of the catalog, or files whose name ends in {@code .yaml}, with the packs that they extend. */
final class PackReader {

    private final Reading reading;
    private final RuleReader rules;
    private final Optional<Rule.Mode> mode;
    private final Map<String, Optional<RulePack>> known = new LinkedHashMap<>();
    private final List<String> underWay = new ArrayList<>();

    /**
     * A reader.
     *
     * @param mode of rules that state none; else what their pack says
     */
    PackReader(Reading reading, RuleReader rules, Optional<Rule.Mode> mode) {
        this.reading = reading;
        this.rules = rules;
        this.mode = mode;
    }

    /** The pack that a file names; empty where there is none, or it extends itself. */
    Optional<RulePack> read(Node node) {
        String name = Keys.read(node, Format.TEXT.named("a rule pack", "eu-core"), reading.problems());
        return read(name, node.at());
    }

    /** The pack of this name. */
    Optional<RulePack> read(String name, Place at) {
        if (underWay.contains(name)) {
            reading.problems()
                    .report(at, "packs extend each other in a circle: %s.".formatted(String.join(", ", underWay)));
            return Optional.empty();
        }
        if (!known.containsKey(name)) {
            underWay.add(name);
            known.put(name, root(name, at).map(this::pack));
            underWay.remove(name);
        }
        return known.getOrDefault(name, Optional.empty());
    }

    private RulePack pack(Node root) {
        Keys keys = reading.keys(root, "a rule pack");
        keys.required("kind", Format.word("a kind", List.of("RulePack")));
        String id = keys.required("id", Format.TEXT);
        String version = keys.optional("version", Format.TEXT, "");
        String description = keys.optional("description", Format.TEXT, "");
        Optional<LocalDate> verifiedOn = keys.find("verifiedOn", Dates.FORMAT);
        String reviewer = keys.optional("reviewer", Format.TEXT, "none");
        keys.find("notice", Format.TEXT);
        List<RulePack> bases = bases(keys);
        Optional<Keys> defaults = keys.mapping("defaults", "the defaults");
        Rule.Mode usual = defaults.map(d -> d.optional("mode", RuleReader.MODE, Rule.Mode.AUDIT))
                .orElse(Rule.Mode.AUDIT);
        defaults.ifPresent(Keys::done);
        List<PackedRule> own = new ArrayList<>();
        keys.items("rules").forEach(rule -> rules.read(rule, mode.orElse(usual)).ifPresent(own::add));
        keys.done();
        RuleUnion all = new RuleUnion(reading.problems());
        bases.forEach(base -> all.addAll(base.all()));
        all.addAll(own);
        return new RulePack(
                id,
                version,
                description,
                verifiedOn,
                reviewer,
                bases.stream().map(RulePack::id).toList(),
                own,
                all.rules());
    }

    private List<RulePack> bases(Keys pack) {
        List<Node> names = pack.find("extends")
                .map(node -> node instanceof Node.Text ? List.of(node) : pack.items("extends"))
                .orElse(List.of());
        return names.stream().flatMap(name -> read(name).stream()).toList();
    }

    private Optional<Node> root(String name, Place at) {
        return name.endsWith(".yaml") ? file(name, at) : shipped(name, at);
    }

    private Optional<Node> shipped(String name, Place at) {
        if (!RulePacks.NAMES.contains(name)) {
            reading.problems()
                    .report(
                            at,
                            "\"%s\" is not a rule pack of the catalog.".formatted(name),
                            Suggestions.maybe(name, RulePacks.NAMES));
            return Optional.empty();
        }
        String path = "catalog/rules/" + name + ".yaml";
        return YamlTree.parse(Place.of(path), new PackedFiles().get(path), reading.problems());
    }

    private Optional<Node> file(String name, Place at) {
        return reading.file(at, name)
                .flatMap(file -> SourceFile.read(file, reading.problems())
                        .flatMap(text -> YamlTree.parse(Place.of(file.toString()), text, reading.problems())));
    }
}
