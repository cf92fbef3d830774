package org.tafsim.scenario;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.model.Regime;
import org.tafsim.policy.PolicyTypes;
import org.tafsim.scenario.catalog.Catalog;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;

/** Rule packs by themselves, without a scenario: those in the jar, and files. */
public final class RulePacks {

    /** Those in the jar, in the order in which to show them. */
    public static final List<String> NAMES =
            List.of("eu-core", "gdpr-only", "eu-2026", "de", "fr", "ch", "no", "uk", "public-tender", "cada-proposal");

    private final Catalog catalog = Catalog.shipped();

    /** States that can compel, as the catalog knows them: those to which rules and cases may refer. */
    public List<Regime> regimes() {
        return List.copyOf(catalog.regimes().values());
    }

    /** Countries of each set of the catalog, on the day on which rules are read. */
    public Map<String, List<String>> countrySets() {
        Map<String, List<String>> sets = new LinkedHashMap<>();
        Format<List<String>> countries = catalog.countries(SovereigntySection.USUAL_DAY);
        catalog.countrySets().keySet().forEach(id -> {
            try {
                sets.put(id, countries.parse(id));
            } catch (Format.Refused refused) {
                throw new IllegalStateException("The catalog does not know its own set %s.".formatted(id), refused);
            }
        });
        return sets;
    }

    /**
     * A pack with those it extends, rules not yet or no longer in force among them.
     *
     * @param name of a pack in the jar, or a file that ends in {@code .yaml}
     * @throws ScenarioException with all problems
     */
    public RulePack read(String name) {
        Problems problems = new Problems();
        Reading reading = new Reading(
                problems,
                catalog,
                KnownPolicies.of(PolicyTypes.NONE),
                SovereigntySection.USUAL_DAY,
                Path.of(""),
                false);
        RuleReader rules = new RuleReader(reading, catalog.regimes().keySet());
        return new PackReader(reading, rules, Optional.empty())
                .read(name, Place.of(name))
                .filter(pack -> problems.isEmpty())
                .orElseThrow(() -> new ScenarioException(problems.list()));
    }
}
