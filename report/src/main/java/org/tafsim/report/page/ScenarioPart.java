package org.tafsim.report.page;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.YamlTree;

/**
 * What a page tells of the scenario.
 *
 * @param tree of the resolved scenario
 * @param outline of the countries around its places; null where it has none
 */
record ScenarioPart(
        ScenarioTree tree,
        Geography geography,
        List<RuleEntry> rules,
        List<SourceEntry> sources,
        List<DefaultEntry> defaults,
        @Nullable Outline outline) {

    /**
     * Reads it.
     *
     * @param resolved file of the resolved scenario
     * @param given file of the scenario as it was given; empty where there is none
     */
    static ScenarioPart read(FolderFiles files, String resolved, Optional<String> given) {
        Optional<Node> node = files.text(resolved, "the map, the rules and the sources are left out")
                .flatMap(text -> parse(resolved, text, files.notices()));
        Optional<Node> before = given.filter(files::has)
                .flatMap(name -> files.text(name, "defaults are left out")
                        .flatMap(text -> YamlTree.parse(Place.of(name), text, new Problems())));
        ScenarioTree tree = new ScenarioTree(node);
        Geography geography = Geography.of(tree);
        Outline outline = MapBox.around(geography.places().toList())
                .map(box -> Outline.of(PageParts.text("vendor/countries-50m.json"), box, Outline.codes()))
                .orElse(null);
        return new ScenarioPart(
                tree, geography, RuleEntry.list(tree), SourceEntry.list(tree), Defaults.list(before, node), outline);
    }

    private static Optional<Node> parse(String name, String text, Notices notices) {
        Optional<Node> node = YamlTree.parse(Place.of(name), text, new Problems());
        if (node.isEmpty()) {
            notices.warn("%s is not a scenario, maybe it was cut: the map, the rules and the sources are left out."
                    .formatted(name));
        }
        return node;
    }
}
