package org.tafsim.network;

import java.util.Optional;
import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.KeyedDraws;
import org.tafsim.kernel.random.Samplers;
import org.tafsim.model.CellGroup;
import org.tafsim.model.FaultKind;
import org.tafsim.model.Population;
import org.tafsim.model.QuantileTable;
import org.tafsim.model.Scenario;
import org.tafsim.model.Site;
import org.tafsim.model.TransportRouting;
import org.tafsim.model.TransportSpec;
import org.tafsim.radio.RadioAccess;

/**
 * The least that transfers of a request can take, whatever else is on the network and whenever they are sent: those of {@link Network} on
 * the same draws are never quicker. Nobody is before them on a link or in their cell, their packets meet the slots of the radio that suit
 * them best, and nobody moves.
 */
public final class LeastDelays {

    /** Whether the ways between UPFs and sites are the same all the time; else their links may be others, and none is shorter. */
    private final boolean isSteady;

    /** Whether another way than the usual one cannot be shorter. */
    private final boolean isShortest;

    private final KeyedDraws draws;
    private final Links links = new Links();
    private final Paths paths;
    private final Connections connections;
    private final CellRates[] cells;

    /** Rates of a population's users who have their cell alone; nothing is known of them where they may change it, or have none. */
    private record CellRates(boolean areShared, Optional<InverseCdf> up, Optional<InverseCdf> down) {

        static CellRates of(Population population) {
            Optional<CellGroup> known =
                    population.cells().filter(group -> population.movement().isEmpty());
            return new CellRates(
                    population.cells().isPresent(),
                    known.map(group -> quantiles(group.profile().uplinkBitsPerSecond())),
                    known.map(group -> quantiles(group.profile().downlinkBitsPerSecond())));
        }

        private static InverseCdf quantiles(QuantileTable table) {
            return Samplers.quantiles(table.probabilities(), table.values());
        }
    }

    /**
     * Of a scenario's network.
     *
     * @param draws those that the network of the run has
     */
    public LeastDelays(Scenario scenario, KeyedDraws draws) {
        this.draws = draws;
        for (Site site : scenario.sites()) {
            LinkFacts connection = new LinkFacts(site.id(), site.uplinkBitsPerSecond(), 0, site.operatorId());
            links.addPair(connection, connection);
        }
        paths = new Paths(scenario, Transport.of(scenario, links));
        connections = new Connections(scenario.apps(), draws);
        isSteady = !scenario.faults().mayHit(FaultKind.TRANSPORT_LINK);
        isShortest = isSteady
                || !(scenario.transport() instanceof TransportSpec.Graph graph)
                || graph.routing().metric() == TransportRouting.Metric.LATENCY;
        cells = scenario.populations().stream().map(CellRates::of).toArray(CellRates[]::new);
    }

    /**
     * From a user to a site (ns): as {@link Network#sendUp}.
     *
     * @param bytes at least 0
     * @param drawKey names the request
     */
    public long upNanos(int app, int population, int site, long bytes, long drawKey) {
        long connect = connections.isFree(app) || !isSteady
                ? 0
                : connections.nanos(app, bytes, paths.meanRoundTripSeconds(population, site), drawKey);
        RadioAccess access = paths.access(population);
        CellRates rates = cells[population];
        long bytesNanos = rates.areShared() ? aloneNanos(rates.up(), bytes, drawKey) : access.uplinkBytesNanos(bytes);
        return connect
                + access.leastUplinkNanos(draws, drawKey)
                + bytesNanos
                + paths.backhaulNanos(population)
                + wayNanos(paths.route(population, site), bytes)
                + linkNanos(2 * site, bytes);
    }

    /** From a site to a user (ns): as {@link Network#sendDown}. */
    public long downNanos(int population, int site, long bytes, long drawKey) {
        RadioAccess access = paths.access(population);
        CellRates rates = cells[population];
        long bytesNanos =
                rates.areShared() ? aloneNanos(rates.down(), bytes, drawKey) : access.downlinkBytesNanos(bytes);
        return linkNanos(2 * site, bytes)
                + wayNanos(paths.route(population, site), bytes)
                + paths.backhaulNanos(population)
                + access.leastDownlinkNanos(draws, drawKey)
                + bytesNanos;
    }

    /** From one site to another (ns): as {@link Network#sendBetween}. */
    public long betweenNanos(int fromSite, int toSite, long bytes) {
        return fromSite == toSite
                ? 0
                : linkNanos(2 * fromSite, bytes)
                        + wayNanos(paths.routeBetween(fromSite, toSite), bytes)
                        + linkNanos(2 * toSite, bytes);
    }

    private long wayNanos(Route route, long bytes) {
        if (!isShortest) {
            return 0;
        }
        long nanos = route.totalNanos();
        for (int place = 0; isSteady && place < route.linkCount(); place++) {
            nanos += linkNanos(route.linkUp(place), bytes);
        }
        return nanos;
    }

    /** Rates of a link are the same both ways. */
    private long linkNanos(int link, long bytes) {
        return Links.nanosOf(bytes, links.facts(link).bitsPerSecond());
    }

    private long aloneNanos(Optional<InverseCdf> bitsPerSecond, long bytes, long drawKey) {
        return bitsPerSecond
                .map(rate -> (long) (bytes * 8e9 / rate.at(draws.uniform(drawKey, Air.RATE_DRAW))))
                .orElse(0L);
    }
}
