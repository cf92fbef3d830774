package org.tafsim.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tafsim.model.App;
import org.tafsim.model.Scenario;
import org.tafsim.model.Site;
import org.tafsim.sovereignty.RuleBook;

/** Which replicas may serve which request: those with its model, at sites that no enforced rule forbids. */
final class PlacementIndex {

    private final int populations;
    private final int[] siteOfReplica;
    private final int[][] candidates;

    PlacementIndex(Scenario scenario, RuleBook rules) {
        populations = scenario.populations().size();
        siteOfReplica = siteOfReplica(scenario);
        candidates = new int[scenario.apps().size() * populations][];
        Map<BitSet, int[]> shared = new HashMap<>(); // looked up, never iterated
        for (int app = 0; app < scenario.apps().size(); app++) {
            shared.clear();
            int[] serving = serving(scenario, scenario.apps().get(app));
            for (int population = 0; population < populations; population++) {
                BitSet feasible = rules.feasibleSites(app, population);
                candidates[app * populations + population] =
                        shared.computeIfAbsent(feasible, sites -> lawful(serving, sites));
            }
        }
    }

    /** Scenario indices of the replicas a request may go to, in scenario order; not to be changed. */
    int[] candidates(int app, int population) {
        return candidates[app * populations + population];
    }

    /** Scenario index of the site a replica stands at. */
    int siteOf(int replica) {
        return siteOfReplica[replica];
    }

    private int[] lawful(int[] serving, BitSet sites) {
        return java.util.Arrays.stream(serving)
                .filter(replica -> sites.get(siteOfReplica[replica]))
                .toArray();
    }

    private static int[] serving(Scenario scenario, App app) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < scenario.replicas().size(); i++) {
            if (scenario.replicas().get(i).model().id().equals(app.modelId())) {
                found.add(i);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] siteOfReplica(Scenario scenario) {
        Map<String, Integer> index = new HashMap<>(); // looked up, never iterated
        List<Site> sites = scenario.sites();
        for (int i = 0; i < sites.size(); i++) {
            index.put(sites.get(i).id(), i);
        }
        return scenario.replicas().stream()
                .mapToInt(replica -> java.util.Objects.requireNonNull(index.get(replica.siteId())))
                .toArray();
    }
}
