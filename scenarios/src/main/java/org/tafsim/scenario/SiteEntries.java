package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;

/** Turns the lists of sites and populations into plain entries: templates joined, copies made, placeholders filled. */
final class SiteEntries {

    private SiteEntries() {}

    /** Entries of sites. */
    static List<Node> sites(Keys scenario, Reading reading) {
        Templates templates = new Templates(scenario, reading.problems());
        Spread spread = new Spread(reading);
        List<Node> entries = new ArrayList<>();
        for (Node item : scenario.items("sites")) {
            if (item instanceof Node.Fields fields) {
                entries.addAll(spread.overCities(templates.apply(fields), "a site"));
            } else {
                entries.add(item);
            }
        }
        templates.checkCircles();
        needsOne(scenario, "sites", "site", reading);
        return entries;
    }

    /** Entries of populations. */
    static List<Node> populations(Keys scenario, Reading reading) {
        Spread spread = new Spread(reading);
        List<Node> entries = new ArrayList<>();
        for (Node item : scenario.items("populations")) {
            if (item instanceof Node.Fields fields) {
                entries.addAll(spread.overCities(fields, "a population"));
            } else {
                entries.add(item);
            }
        }
        needsOne(scenario, "populations", "population", reading);
        return entries;
    }

    /** Refuses a scenario without any; what goes wrong with those it has is told where they are. */
    private static void needsOne(Keys scenario, String key, String noun, Reading reading) {
        boolean isEmptyList = scenario.find(key)
                .map(node -> node instanceof Node.Items list && list.items().isEmpty())
                .orElse(true);
        if (isEmptyList) {
            reading.problems()
                    .report(scenario.at(key), "a scenario needs at least one %s under '%s'.".formatted(noun, key));
        }
    }

    /** Keys that are gone once an entry is plain. */
    static void noteKeys(Keys keys) {
        List.of("template", "per", "where", "count").forEach(keys::find);
    }
}
