package org.tafsim.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tafsim.kernel.InvariantViolation;
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

    /** By UPF and site while every link is up, where that is of interest. */
    private Route[][] usual = {};

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

    /** One more reason for a link to be down. @return whether ways may have changed */
    boolean fail(int link) {
        return forget(transport.fail(link));
    }

    /** One reason less. @return whether ways may have changed */
    boolean repair(int link) {
        return forget(transport.repair(link));
    }

    boolean isUp(int link) {
        return transport.isUp(link);
    }

    private boolean forget(boolean isChange) {
        if (isChange) {
            for (Route[] row : routes) {
                Arrays.fill(row, null);
            }
            Arrays.fill(routesBetween, null);
            Arrays.fill(roundTripSeconds, null);
        }
        return isChange;
    }

    /** Keeps the ways there are while every link is up. */
    void keepUsual() {
        usual = new Route[routes.length][];
        for (int upf = 0; upf < routes.length; upf++) {
            Route[] row = new Route[scenario.sites().size()];
            for (int site = 0; site < row.length; site++) {
                row[site] = transport.route(upf, site);
            }
            usual[upf] = row;
        }
    }

    /** Whether a way is the one that there is while every link is up. */
    boolean isUsual(Route route, int population, int site) {
        return route.hasLinksOf(usual[upfOfPopulation[population]][site]);
    }

    /** Checks INV-N2: the ways that are remembered lead over links that are up. */
    void audit(long nowNanos) {
        for (@Nullable Route[] row : routes) {
            audit(row, nowNanos);
        }
        for (@Nullable Route[] row : routesBetween) {
            if (row != null) {
                audit(row, nowNanos);
            }
        }
    }

    private void audit(@Nullable Route[] row, long nowNanos) {
        for (Route route : row) {
            for (int place = 0; route != null && place < route.linkCount(); place++) {
                if (!transport.isUp(route.linkUp(place))) {
                    throw new InvariantViolation(
                            "INV-N2",
                            nowNanos,
                            "a way leads over link %d, which is down".formatted(route.linkUp(place)));
                }
            }
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

    /** Delay from one site to another (s); infinite where no way leads there. */
    double secondsBetween(int from, int to) {
        Route route = routeBetween(from, to);
        return route.leads() ? Durations.secondsOfNanos(route.totalNanos()) : Double.POSITIVE_INFINITY;
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
            Route route = route(population, site);
            if (!route.leads()) {
                return Double.POSITIVE_INFINITY;
            }
            long oneWayNanos = backhaulNanos[population] + route.totalNanos();
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
