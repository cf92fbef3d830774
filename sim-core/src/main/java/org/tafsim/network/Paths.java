package org.tafsim.network;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tafsim.model.AccessProfile;
import org.tafsim.model.Population;
import org.tafsim.model.Scenario;
import org.tafsim.model.Site;
import org.tafsim.model.Upf;
import org.tafsim.radio.RadioAccess;
import org.tafsim.units.Durations;

/** The ways from populations over their UPFs to sites, by scenario index. Ways between UPF and site are found when first asked for. */
final class Paths {
    private final Scenario scenario;
    private final Transport transport;
    private final int[] upfOfPopulation;
    private final RadioAccess[] accessOfPopulation;
    private final long[] backhaulNanos;
    private final @Nullable Route[][] routes;

    /** By site and site, a row once asked for. */
    private final @Nullable Route[] @Nullable [] routesBetween;

    /** By population and site, a row once asked for (s); 0 where it was not yet worked out. */
    private final double[] @Nullable [] roundTripSeconds;

    Paths(Scenario scenario, Transport transport) {
        this.scenario = scenario;
        this.transport = transport;
        List<Population> populations = scenario.populations();
        List<String> upfIds = scenario.upfs().stream().map(Upf::id).toList();
        List<String> accessIds =
                scenario.accesses().stream().map(AccessProfile::id).toList();
        List<RadioAccess> accesses = new ArrayList<>();
        scenario.accesses().forEach(profile -> accesses.add(new RadioAccess(profile)));
        Fiber fiber = Transport.fiber(scenario.transport());
        upfOfPopulation = new int[populations.size()];
        accessOfPopulation = new RadioAccess[populations.size()];
        backhaulNanos = new long[populations.size()];
        routes = new Route[scenario.upfs().size()][scenario.sites().size()];
        routesBetween = new Route[scenario.sites().size()][];
        roundTripSeconds = new double[populations.size()][];
        for (int i = 0; i < populations.size(); i++) {
            Population population = populations.get(i);
            upfOfPopulation[i] = upfIds.indexOf(population.upfId());
            accessOfPopulation[i] = accesses.get(accessIds.indexOf(population.accessId()));
            backhaulNanos[i] = fiber.nanosBetween(
                    population.location(),
                    scenario.upfs().get(upfOfPopulation[i]).location());
        }
    }

    /** The way between a population's UPF and a site. */
    Route route(int population, int site) {
        int upf = upfOfPopulation[population];
        Route known = routes[upf][site];
        if (known == null) {
            known = transport.route(upf, site);
            routes[upf][site] = known;
        }
        return known;
    }

    /** The way from one site to another. */
    Route routeBetween(int from, int to) {
        @Nullable Route[] row = routesBetween[from];
        if (row == null) {
            row = new Route[routesBetween.length];
            routesBetween[from] = row;
        }
        Route known = row[to];
        if (known == null) {
            known = transport.between(from, to);
            row[to] = known;
        }
        return known;
    }

    RadioAccess access(int population) {
        return accessOfPopulation[population];
    }

    /** Propagation between a population and its UPF (ns). */
    long backhaulNanos(int population) {
        return backhaulNanos[population];
    }

    /** Asked for each candidate of each request, so worked out once. */
    double meanRoundTripSeconds(int population, int site) {
        double[] row = roundTripSeconds[population];
        if (row == null) {
            row = new double[scenario.sites().size()];
            roundTripSeconds[population] = row;
        }
        if (row[site] == 0) {
            long oneWayNanos =
                    backhaulNanos[population] + route(population, site).totalNanos();
            row[site] =
                    accessOfPopulation[population].meanRoundTripSeconds() + 2 * Durations.secondsOfNanos(oneWayNanos);
        }
        return row[site];
    }

    PathFacts facts(int population, int site) {
        Upf upf = scenario.upfs().get(upfOfPopulation[population]);
        Site end = scenario.sites().get(site);
        PathFacts.Collector facts = new PathFacts.Collector()
                .country(scenario.populations().get(population).countryCode())
                .country(upf.countryCode())
                .operator(upf.operatorId());
        transport.collect(upfOfPopulation[population], site, facts);
        return facts.country(end.countryCode()).operator(end.operatorId()).facts();
    }
}
