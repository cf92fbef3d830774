package org.tafsim.sovereignty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tafsim.model.Population;
import org.tafsim.model.Scenario;

/** Sorts applications and populations into those the law cannot tell apart. */
final class Profiles {

    /**
     * A population as the law sees it.
     *
     * @param country its number
     * @param paths countries on the way to each site; equal ones are the same instance
     */
    record Route(int country, List<WordSet> paths) {}

    private final Numbering<AppKind> apps = new Numbering<>();
    private final Numbering<String> countries = new Numbering<>();
    private final Numbering<Route> routes = new Numbering<>();
    private final int[] kindOfApp;
    private final int[] routeOfPopulation;

    Profiles(Scenario scenario, PathLookup paths, Vocabulary vocabulary) {
        Map<String, List<String>> providers = providers(scenario);
        kindOfApp = scenario.apps().stream()
                .mapToInt(app -> apps.of(AppKind.of(app, providers.getOrDefault(app.modelId(), List.of()))))
                .toArray();
        routeOfPopulation = new int[scenario.populations().size()];
        for (int i = 0; i < routeOfPopulation.length; i++) {
            Population population = scenario.populations().get(i);
            List<WordSet> ways = new ArrayList<>(scenario.sites().size());
            for (int site = 0; site < scenario.sites().size(); site++) {
                ways.add(vocabulary.fact(List.copyOf(paths.countries(i, site))));
            }
            routeOfPopulation[i] = routes.of(new Route(countries.of(population.countryCode()), ways));
        }
    }

    /** Seats of those who trained the models that are served, by model. */
    private static Map<String, List<String>> providers(Scenario scenario) {
        Map<String, List<String>> providers = new HashMap<>(); // asked, never iterated
        scenario.replicas()
                .forEach(replica -> providers.put(
                        replica.model().id(), List.of(replica.model().providerCountry())));
        return providers;
    }

    /** Number of a population's route. */
    int route(int population) {
        return routeOfPopulation[population];
    }

    /** Number of an application's kind. */
    int kind(int app) {
        return kindOfApp[app];
    }

    int routes() {
        return routes.size();
    }

    int apps() {
        return kindOfApp.length;
    }

    int appKinds() {
        return apps.size();
    }

    Profile profile(int appKind, int route) {
        return new Profile(appKind, routes.thing(route).country(), route);
    }

    AppKind app(Profile profile) {
        return apps.thing(profile.app());
    }

    String country(Profile profile) {
        return countries.thing(profile.country());
    }

    WordSet path(Profile profile, int site) {
        return routes.thing(profile.route()).paths().get(site);
    }
}
