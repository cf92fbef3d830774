package org.tafsim.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.Scenario;
import org.tafsim.model.TransportRouting;
import org.tafsim.model.TransportRouting.Metric;
import org.tafsim.model.TransportSpec.Graph;
import org.tafsim.model.TransportSpec.Graph.Node;
import org.tafsim.model.TransportSpec.Graph.TransportLink;
import org.tafsim.network.NetworkBench.Delivery;
import org.tafsim.testing.ScenarioBuilder;
import org.tafsim.testing.SeedSource;

/** Laws of random graphs whose links fail and are repaired in any order. */
class LinkFailurePropertyTest {
    private static final int PLACES = 5;
    private static final int NODES = 10;
    private static final int REQUESTS = 120;
    private static final long MILLI = 1_000_000;

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 40)
    void waysAreThoseOfANetworkWithoutTheLinksThatAreDown(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Graph graph = graph(random);
        List<GeoPoint> places = places(random);
        Network network = new NetworkBench(scenario(graph, places)).network;
        int[] reasons = new int[graph.links().size()];
        for (int step = 0; step < 25; step++) {
            int link = random.nextInt(reasons.length);
            if (reasons[link] > 0 && random.nextInt(3) > 0) {
                network.repairLink(link);
                reasons[link]--;
            } else {
                network.failLink(link);
                reasons[link]++;
            }
            network.audit();
            requireSame(network, graph, places, reasons);
        }
    }

    private static void requireSame(Network network, Graph graph, List<GeoPoint> places, int[] reasons) {
        for (int user = 0; user < PLACES; user++) {
            for (int site = 0; site < PLACES; site++) {
                @Nullable Network fresh = fresh(graph, places, reasons, user, site);
                assertThat(network.reaches(user, site)).isEqualTo(fresh != null);
                if (fresh != null) {
                    assertThat(network.meanRoundTripSeconds(user, site)).isEqualTo(fresh.meanRoundTripSeconds(0, 0));
                    assertThat(network.uplinkPath(user, site).countries())
                            .isEqualTo(fresh.uplinkPath(0, 0).countries());
                }
            }
        }
    }

    /** One user and one site on what is left of the graph; null where that is refused. */
    private static @Nullable Network fresh(Graph graph, List<GeoPoint> places, int[] reasons, int user, int site) {
        List<TransportLink> left = new ArrayList<>();
        for (int link = 0; link < reasons.length; link++) {
            if (reasons[link] == 0) {
                left.add(graph.links().get(link));
            }
        }
        Graph rest = new Graph(graph.nodes(), left, 1.5, 4.9, 500_000, graph.hopNanos(), graph.routing());
        Scenario alone = new ScenarioBuilder()
                .transport(rest)
                .access(ScenarioBuilder.INSTANT)
                .upf("upf" + user, "U" + user, places.get(user))
                .site("site" + site, "S" + site, places.get(PLACES + site), 1e9)
                .population("user" + user, "U" + user, places.get(user), "instant", "upf" + user)
                .build();
        try {
            return new NetworkBench(alone).network;
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("No path");
            return null;
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 40)
    void whatIsSentIsDeliveredOnceInOrderOrCountedLostOnAnyKernel(long seed) {
        NetworkBench bench = traffic(seed, KernelKind.CALENDAR);

        List<Delivery> deliveries = bench.run();

        assertThat(deliveries.size() + bench.losses.size()).isEqualTo(3 * REQUESTS);
        assertThat(bench.network.transfersInFlight()).isZero();
        assertThat(bench.network.bytesOnTheWayUp()).isZero();
        assertThat(bench.network.lost()).isEqualTo(bench.losses.size());
        int[] leg = new int[REQUESTS];
        for (Delivery delivery : deliveries) {
            if (delivery.leg() != Network.UPLINK) {
                assertThat(delivery.leg()).isEqualTo(++leg[delivery.token()]);
            }
        }
        assertThat(leg).containsOnly(2);
        assertThat(traffic(seed, KernelKind.HEAP).run()).isEqualTo(deliveries);
    }

    /** Every link that fails is repaired in the end. */
    private static NetworkBench traffic(long seed, KernelKind kind) {
        SplittableRandom random = new SplittableRandom(seed);
        Graph graph = graph(random);
        NetworkBench bench = new NetworkBench(scenario(graph, places(random)), seed, kind);
        Network network = bench.network;
        for (int i = 0; i < 60; i++) {
            int link = random.nextInt(graph.links().size());
            long at = random.nextInt(900) * MILLI;
            bench.at(at, () -> network.failLink(link));
            bench.at(at + (1 + random.nextInt(300)) * MILLI, () -> network.repairLink(link));
        }
        for (int request = 0; request < REQUESTS; request++) {
            int token = request;
            int user = random.nextInt(PLACES);
            int site = random.nextInt(PLACES);
            long at = random.nextInt(900) * MILLI;
            long bytes = random.nextInt(100_000);
            bench.at(at, () -> network.sendUp(token, 0, user, site, bytes, token));
            bench.at(at + 20 * MILLI, () -> network.sendDown(token, 0, site, user, bytes, token, 1));
            bench.at(at + 25 * MILLI, () -> network.sendDown(token, 0, site, user, 1, token, 2));
        }
        return bench;
    }

    private static Scenario scenario(Graph graph, List<GeoPoint> places) {
        ScenarioBuilder scenario =
                new ScenarioBuilder().transport(graph).fallibleLinks().access(ScenarioBuilder.INSTANT);
        for (int i = 0; i < PLACES; i++) {
            scenario.upf("upf" + i, "U" + i, places.get(i))
                    .site("site" + i, "S" + i, places.get(PLACES + i), 1e9)
                    .population("user" + i, "U" + i, places.get(i), "instant", "upf" + i);
        }
        return scenario.build();
    }

    private static List<GeoPoint> places(SplittableRandom random) {
        List<GeoPoint> places = new ArrayList<>();
        for (int i = 0; i < 2 * PLACES; i++) {
            places.add(place(random));
        }
        return places;
    }

    private static GeoPoint place(SplittableRandom random) {
        return new GeoPoint(40 + 15 * random.nextDouble(), 20 * random.nextDouble());
    }

    /** A random tree and as many links again; any metric. */
    private static Graph graph(SplittableRandom random) {
        List<Node> nodes = new ArrayList<>();
        List<TransportLink> links = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            nodes.add(new Node("n" + i, "C" + i, place(random)));
            for (int k = 0; k < 2 && i > 0; k++) {
                double rate = 1e7 * (1 + random.nextInt(20));
                links.add(
                        new TransportLink("n" + i, "n" + random.nextInt(i), rate, "carrier", random.nextInt(9) / 10.0));
            }
        }
        Metric metric = List.of(Metric.values()).get(random.nextInt(3));
        return new Graph(
                nodes,
                links,
                1.5,
                4.9,
                500_000,
                random.nextInt(50_000),
                new TransportRouting(metric, List.of(), List.of()));
    }
}
