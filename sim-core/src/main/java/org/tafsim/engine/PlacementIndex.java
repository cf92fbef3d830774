package org.tafsim.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.tafsim.model.App;
import org.tafsim.model.OnInfeasible;
import org.tafsim.model.Scenario;
import org.tafsim.model.Site;
import org.tafsim.sovereignty.RuleBook;
import org.tafsim.sovereignty.SiteSet;

/**
 * Which replicas may serve which request, or stage of one, in an epoch: those with its model, at sites that no enforced rule forbids; and the
 * replicas that may have it otherwise where there is none.
 */
final class PlacementIndex {

    private static final int[] NONE = {};

    private final int populations;
    private final int[] siteOfReplica;
    private final int[][] capable;
    private final int[][] candidates;
    private final int[][] alternatives;

    /** Of a book compiled with the variants of its applications. */
    PlacementIndex(Scenario scenario, AppVariants variants, ContractIndex contracts, RuleBook rules) {
        populations = scenario.populations().size();
        siteOfReplica = siteOfReplica(scenario);
        int apps = variants.asked();
        capable = new int[apps][];
        candidates = new int[apps * populations][];
        alternatives = new int[apps * populations][];
        for (int app = 0; app < apps; app++) {
            App plain = variants.lawfulScenario().apps().get(app);
            int[] serving = serving(scenario, plain.modelId());
            capable[app] = serving;
            boolean escalates = plain.terms().onInfeasible() instanceof OnInfeasible.Escalate;
            int variant = variants.of(app);
            int[] otherwise = serving(scenario, variants.modelOf(app));
            for (int population = 0; population < populations; population++) {
                int[] within = contracted(serving, contracts, app, population);
                candidates[row(app, population)] = lawful(within, rules.feasibleSites(app, population));
                alternatives[row(app, population)] = escalates
                        ? within
                        : variant == app
                                ? NONE
                                : lawful(
                                        contracted(otherwise, contracts, variant, population),
                                        rules.feasibleSites(variant, population));
            }
        }
    }

    /** Row of an application and population in tables of one entry for each pair. */
    int row(int app, int population) {
        return app * populations + population;
    }

    /** Population of a row. */
    int populationOf(int row) {
        return row % populations;
    }

    /** Pairs of an application and a population. */
    int rows() {
        return candidates.length;
    }

    /** Scenario indices of the replicas with an application's model, lawful or not; not to be changed. */
    int[] capable(int app) {
        return capable[app];
    }

    /** Scenario indices of the replicas a request may go to by law and contracts, in scenario order; not to be changed. */
    int[] candidates(int row) {
        return candidates[row];
    }

    /** Those it may go to where it has no candidate: for its variant, or as an exception; not to be changed. */
    int[] alternatives(int row) {
        return alternatives[row];
    }

    /** Scenario index of the site a replica stands at. */
    int siteOf(int replica) {
        return siteOfReplica[replica];
    }

    private int[] lawful(int[] serving, SiteSet sites) {
        return Arrays.stream(serving)
                .filter(replica -> sites.contains(siteOfReplica[replica]))
                .toArray();
    }

    /** Those at sites of the home operator, or where some contract covers such requests. */
    private int[] contracted(int[] serving, ContractIndex contracts, int lawApp, int population) {
        return contracts.isStated()
                ? Arrays.stream(serving)
                        .filter(replica -> contracts.mayEverGo(lawApp, population, siteOfReplica[replica]))
                        .toArray()
                : serving;
    }

    private static int[] serving(Scenario scenario, String modelId) {
        return IntStream.range(0, scenario.replicas().size())
                .filter(i -> scenario.replicas().get(i).model().id().equals(modelId))
                .toArray();
    }

    private static int[] siteOfReplica(Scenario scenario) {
        Map<String, Integer> index = new HashMap<>(); // looked up, never iterated
        List<Site> sites = scenario.sites();
        for (int i = 0; i < sites.size(); i++) {
            index.put(sites.get(i).id(), i);
        }
        return scenario.replicas().stream()
                .mapToInt(replica -> Objects.requireNonNull(index.get(replica.siteId())))
                .toArray();
    }
}
