package org.tafsim.engine;

import java.util.List;
import java.util.stream.IntStream;
import org.tafsim.model.Population;
import org.tafsim.model.Scenario;

/** How many of an application's users have a lawful and open replica, for every stage of what they ask for. */
final class Reachability {

    private final Scenario scenario;
    private final AppVariants variants;
    private final Placement placement;
    private final int[][] populationsOfApp;

    Reachability(Scenario scenario, AppVariants variants, Placement placement) {
        this.scenario = scenario;
        this.variants = variants;
        this.placement = placement;
        List<String> ids = scenario.populations().stream().map(Population::id).toList();
        populationsOfApp = scenario.apps().stream()
                .map(app -> app.populationIds().stream().mapToInt(ids::indexOf).toArray())
                .toArray(int[][]::new);
    }

    /** Share of an application's users, by weight. */
    double share(int app) {
        double all = 0;
        double served = 0;
        for (int population : populationsOfApp[app]) {
            double weight = scenario.populations().get(population).weight();
            all += weight;
            served += isServed(app, population) ? weight : 0;
        }
        return served / all;
    }

    private boolean isServed(int app, int population) {
        return IntStream.range(0, variants.stagesOf(app))
                .allMatch(stage -> placement.hasCandidate(variants.ofStage(app, stage), population));
    }
}
