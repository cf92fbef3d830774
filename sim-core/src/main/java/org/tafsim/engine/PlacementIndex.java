package org.tafsim.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tafsim.model.App;
import org.tafsim.model.Scenario;
import org.tafsim.model.Site;
import org.tafsim.sovereignty.RuleBook;
import org.tafsim.sovereignty.SiteSet;

/** Which replicas may serve which request: those with its model, at sites that no enforced rule forbids. */
final class PlacementIndex {

    private final int populations;
    private final int[] siteOfReplica;
    private final int[][] candidates;

    PlacementIndex(Scenario scenario, RuleBook rules) {
        populations = scenario.populations().size();
        siteOfReplica = siteOfReplica(scenario);
        candidates = new int[scenario.apps().size() * populations][];
        for (int app = 0; app < scenario.apps().size(); app++) {
            int[] serving = serving(scenario, scenario.apps().get(app));
            for (int population = 0; population < populations; population++) {
                candidates[app * populations + population] = lawful(serving, rules.feasibleSites(app, population));
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

    private int[] lawful(int[] serving, SiteSet sites) {
        return java.util.Arrays.stream(serving)
                .filter(replica -> sites.contains(siteOfReplica[replica]))
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
