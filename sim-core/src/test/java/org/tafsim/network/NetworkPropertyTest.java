package org.tafsim.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.kernel.random.KeyedDraws;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.AccessProfile;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.QuantileTable;
import org.tafsim.model.Scenario;
import org.tafsim.model.TransportSpec;
import org.tafsim.model.TransportSpec.Graph.Node;
import org.tafsim.model.TransportSpec.Graph.TransportLink;
import org.tafsim.network.NetworkBench.Delivery;
import org.tafsim.testing.ScenarioBuilder;
import org.tafsim.testing.SeedSource;

/** Laws of any network under any traffic: random places, random graphs or none, links slow enough to queue. */
class NetworkPropertyTest {
    private static final int REQUESTS = 300;
    private static final int FIRST_TOKEN = 1;
    private static final int LAST_TOKEN = 2;
    private static final int PLACES = 6;

    private final List<Integer> siteOfRequest = new ArrayList<>();
    private final List<Integer> userOfRequest = new ArrayList<>();
    private final List<Long> bytesOfRequest = new ArrayList<>();

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 40)
    void everythingSentIsDeliveredOnceAndTheLastTokenNeverOvertakesTheFirst(long seed) {
        NetworkBench bench = traffic(seed);

        List<Delivery> deliveries = bench.run();

        assertThat(bench.network.transfersInFlight()).isZero();
        assertThat(deliveries).hasSize(3 * REQUESTS);
        int[] lastLeg = new int[REQUESTS];
        for (Delivery delivery : deliveries) {
            if (delivery.leg() != Network.UPLINK) {
                assertThat(delivery.leg()).isEqualTo(++lastLeg[delivery.token()]);
            }
        }
        assertThat(lastLeg).containsOnly(LAST_TOKEN);
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 40)
    void bytesAreConservedOnEverySitesConnectionAndLinksAreBusyForTheirBytesOnly(long seed) {
        NetworkBench bench = traffic(seed);
        bench.run();
        Network network = bench.network;

        long[] sent = new long[PLACES];
        for (int request = 0; request < REQUESTS; request++) {
            sent[siteOfRequest.get(request)] += bytesOfRequest.get(request);
        }
        for (int site = 0; site < PLACES; site++) {
            assertThat(network.bytesCarried(network.siteInLink(site))).isEqualTo(sent[site]);
            assertThat(network.bytesCarried(network.siteOutLink(site))).isEqualTo(sent[site]);
        }
        List<LinkFacts> links = network.listLinks();
        for (int link = 0; link < links.size(); link++) {
            double seconds = network.bytesCarried(link) * 8 / links.get(link).bitsPerSecond();
            assertThat(network.busyNanos(link) / 1e9).isBetween(seconds, seconds + 2e-9 * REQUESTS + 1e-9 * seconds);
            assertThat(network.utilization(link)).isBetween(0.0, 1.0);
            assertThat(network.backlogNanos(link)).isZero();
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 40)
    void nothingIsFasterThanThePathOnAnIdleNetwork(long seed) {
        NetworkBench bench = traffic(seed);

        for (Delivery delivery : bench.run()) {
            int user = userOfRequest.get(delivery.token());
            int site = siteOfRequest.get(delivery.token());
            double leastOneWay = bench.network.meanRoundTripSeconds(user, site) / 2 - 0.010; // radio: 0 to 20 ms
            assertThat(delivery.atNanos() / 1e9 - sentSeconds(delivery)).isGreaterThanOrEqualTo(leastOneWay);
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 20)
    void sameSeedGivesTheSameDeliveries(long seed) {
        List<Delivery> once = traffic(seed).run();

        assertThat(traffic(seed).run()).isEqualTo(once);
    }

    private double sentSeconds(Delivery delivery) {
        return (delivery.token() + (delivery.leg() == Network.UPLINK ? 0 : 400 + 3 * delivery.leg())) / 1e3;
    }

    /** Request i goes up at i ms; its first token comes back 403 ms later, its last another 3 ms. */
    private NetworkBench traffic(long seed) {
        KeyedDraws draws = new RandomStreams(seed, 0).keyed("traffic");
        siteOfRequest.clear();
        userOfRequest.clear();
        bytesOfRequest.clear();
        NetworkBench bench = new NetworkBench(scenario(draws), seed);
        for (int request = 0; request < REQUESTS; request++) {
            int token = request;
            int site = (int) (PLACES * draws.uniform(request, 10));
            int user = (int) (PLACES * draws.uniform(request, 11));
            long first = (long) (30_000 * draws.uniform(request, 12));
            long last = (long) (30_000 * draws.uniform(request, 13));
            siteOfRequest.add(site);
            userOfRequest.add(user);
            bytesOfRequest.add(first + last);
            long sentNanos = request * 1_000_000L;
            bench.at(sentNanos, () -> bench.network.sendUp(token, 0, user, site, first + last, token));
            bench.at(
                    sentNanos + 403_000_000,
                    () -> bench.network.sendDown(token, 0, site, user, first, token, FIRST_TOKEN));
            bench.at(
                    sentNanos + 406_000_000,
                    () -> bench.network.sendDown(token, 0, site, user, last, token, LAST_TOKEN));
        }
        return bench;
    }

    private static Scenario scenario(KeyedDraws draws) {
        QuantileTable millis = new QuantileTable(List.of(0.0, 1.0), List.of(0.0, 20.0));
        ScenarioBuilder scenario = new ScenarioBuilder()
                .transport(draws.uniform(-1, 0) < 0.3 ? new TransportSpec.GreatCircle(2.1, 4.9, 870_000) : graph(draws))
                .access(new AccessProfile("radio", millis, millis, 2e6, 1e6, "made up"));
        for (int i = 0; i < PLACES; i++) {
            scenario.upf("upf" + i, "EU", place(draws, 100 + i))
                    .site("site" + i, "EU", place(draws, 200 + i), 2e7)
                    .population("user" + i, "EU", place(draws, 300 + i), "radio", "upf" + i);
        }
        return scenario.build();
    }

    /** A random tree, so that all is connected, and as many links again, parallel ones among them. */
    private static TransportSpec.Graph graph(KeyedDraws draws) {
        List<Node> nodes = new ArrayList<>();
        List<TransportLink> links = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            nodes.add(new Node("n" + i, "EU", place(draws, 400 + i)));
            for (int k = 0; k < 2 && i > 0; k++) {
                int to = (int) (i * draws.uniform(500 + i, k));
                links.add(new TransportLink("n" + i, "n" + to, 4e7, "carrier"));
            }
        }
        return new TransportSpec.Graph(nodes, links, 1.5, 4.9, 500_000);
    }

    private static GeoPoint place(KeyedDraws draws, int key) {
        return new GeoPoint(40 + 15 * draws.uniform(key, 2), 20 * draws.uniform(key, 3));
    }
}
