package org.tafsim.workload;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.model.App;
import org.tafsim.model.Population;
import org.tafsim.model.Scenario;

/** The populations that use one application, chosen by weight. */
final class Senders {
    private final int[] scenarioIndices;
    private final WeightedChoice choice;

    Senders(Scenario scenario, App app) {
        List<String> ids = new ArrayList<>();
        scenario.populations().forEach(population -> ids.add(population.id()));
        scenarioIndices = app.populationIds().stream().mapToInt(ids::indexOf).toArray();
        List<Population> populations = scenario.populations();
        double[] weights = new double[scenarioIndices.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = populations.get(scenarioIndices[i]).weight();
        }
        choice = new WeightedChoice(weights);
    }

    /** Scenario index of a population, for u in (0, 1). */
    int at(double u) {
        return scenarioIndices[choice.at(u)];
    }
}
