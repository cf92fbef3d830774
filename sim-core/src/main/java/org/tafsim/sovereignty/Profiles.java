package org.tafsim.sovereignty;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.model.App;
import org.tafsim.model.DataClass;
import org.tafsim.model.Population;
import org.tafsim.model.Scenario;

/** Sorts applications and populations into those the law cannot tell apart. */
final class Profiles {

    /** An application as the law sees it. */
    record AppKind(DataClass dataClass, String sector) {}

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
        kindOfApp = scenario.apps().stream().mapToInt(app -> apps.of(kind(app))).toArray();
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

    private static AppKind kind(App app) {
        return new AppKind(app.dataClass(), app.sector());
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
