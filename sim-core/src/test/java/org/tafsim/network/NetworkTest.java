package org.tafsim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tafsim.network.Places.DEGREE_NANOS;
import static org.tafsim.network.Places.TWO_DEGREES_NANOS;
import static org.tafsim.network.Places.east;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.model.Scenario;
import org.tafsim.model.TransportSpec;
import org.tafsim.network.NetworkBench.Delivery;
import org.tafsim.testing.ScenarioBuilder;

/** Delays worked out by hand on a great circle: user at 0°, UPF at 1° east, site at 3° east, 1 ms fixed. */
class NetworkTest {
    private static final int USER = 0;
    private static final int SITE = 0;
    private static final long MILLI = 1_000_000;
    private static final long KILOBYTE = 1000;
    private static final long RADIO = 5 * MILLI;
    private static final long RADIO_KILOBYTE = 8 * MILLI; // at 1 Mbit/s
    private static final long SITE_KILOBYTE = 800_000; // at 10 Mbit/s
    private static final long WAY = DEGREE_NANOS + TWO_DEGREES_NANOS + MILLI;

    private static Scenario line() {
        return new ScenarioBuilder()
                .transport(new TransportSpec.GreatCircle(2, 5, MILLI))
                .access(ScenarioBuilder.access("radio", 5, 1e6))
                .access(ScenarioBuilder.INSTANT)
                .upf("upf", "FR", east(1))
                .site("site", "DE", east(3), 1e7)
                .population("user", "ES", east(0), "radio", "upf")
                .population("neighbor", "FR", east(1), "instant", "upf")
                .build();
    }

    @Test
    void aTransferTakesRadioDistanceAndBytesOnEveryHop() {
        NetworkBench bench = new NetworkBench(line());
        bench.network.sendUp(7, 0, USER, SITE, KILOBYTE, 1);
        long up = RADIO + RADIO_KILOBYTE + WAY + SITE_KILOBYTE;
        bench.at(100 * MILLI, () -> bench.network.sendDown(7, 0, SITE, USER, KILOBYTE, 1, 2));

        assertThat(bench.run())
                .containsExactly(new Delivery(7, Network.UPLINK, up), new Delivery(7, 2, 100 * MILLI + up));
    }

    @Test
    void anEmptyTransferTakesDelaysOnly() {
        NetworkBench bench = new NetworkBench(line());
        bench.network.sendUp(0, 0, USER, SITE, 0, 1);

        assertThat(bench.run()).containsExactly(new Delivery(0, Network.UPLINK, RADIO + WAY));
    }

    @Test
    void whoReachesALinkFirstIsServedFirst() {
        NetworkBench bench = new NetworkBench(line());
        bench.network.sendUp(0, 0, USER, SITE, KILOBYTE, 0); // reaches the site's connection after 13 ms of radio
        bench.at(14_000_000, () -> bench.network.sendUp(1, 0, 1, SITE, KILOBYTE, 1));

        long firstReaches = RADIO + RADIO_KILOBYTE + WAY;
        long secondReaches = 14 * MILLI + 8_000 + TWO_DEGREES_NANOS + MILLI; // no way to the UPF
        assertThat(secondReaches).isLessThan(firstReaches);
        assertThat(bench.run())
                .containsExactly(
                        new Delivery(1, Network.UPLINK, secondReaches + SITE_KILOBYTE),
                        new Delivery(0, Network.UPLINK, secondReaches + 2 * SITE_KILOBYTE));
    }

    @Test
    void eachDirectionOfAConnectionHasItsOwnCapacity() {
        NetworkBench bench = new NetworkBench(line());
        bench.network.sendUp(0, 0, 1, SITE, 100 * KILOBYTE, 0);
        bench.at(5 * MILLI, () -> bench.network.sendDown(1, 0, SITE, 1, KILOBYTE, 1, 1));

        long down = 5 * MILLI + SITE_KILOBYTE + TWO_DEGREES_NANOS + MILLI + 8_000;
        assertThat(bench.run()).startsWith(new Delivery(1, 1, down));
    }

    @Test
    void transfersDownWaitForEachOther() {
        NetworkBench bench = new NetworkBench(line());
        for (int token = 0; token < 3; token++) {
            bench.network.sendDown(token, 0, SITE, 1, KILOBYTE, token, 1);
        }

        long first = SITE_KILOBYTE + TWO_DEGREES_NANOS + MILLI + 8_000;
        assertThat(bench.run())
                .containsExactly(
                        new Delivery(0, 1, first),
                        new Delivery(1, 1, first + SITE_KILOBYTE),
                        new Delivery(2, 1, first + 2 * SITE_KILOBYTE));
    }

    @Test
    void aSmallLastTokenDoesNotOvertakeABigFirstOne() {
        NetworkBench bench = new NetworkBench(line());
        bench.network.sendDown(3, 0, SITE, USER, 10 * KILOBYTE, 1, 1); // 80 ms of radio
        bench.network.sendDown(3, 0, SITE, USER, 10, 1, 2);

        long first = 10 * SITE_KILOBYTE + WAY + RADIO + 10 * RADIO_KILOBYTE;
        assertThat(bench.run()).containsExactly(new Delivery(3, 1, first), new Delivery(3, 2, first));
    }

    @Test
    void aTokenUsedAgainOwesNothingToItsLastConnection() {
        NetworkBench bench = new NetworkBench(line());
        bench.network.sendDown(3, 0, SITE, USER, 10 * KILOBYTE, 1, 1); // delivered after 98 ms
        bench.at(20 * MILLI, () -> bench.network.sendUp(3, 0, 1, SITE, 0, 2));
        bench.at(20 * MILLI, () -> bench.network.sendDown(3, 0, SITE, 1, 0, 2, 1));

        assertThat(bench.run()).contains(new Delivery(3, 1, 20 * MILLI + TWO_DEGREES_NANOS + MILLI));
    }

    @Test
    void linksTellWhatTheyCarried() {
        NetworkBench bench = new NetworkBench(line());
        bench.network.sendDown(0, 0, SITE, USER, KILOBYTE, 0, 1);
        bench.network.sendDown(1, 0, SITE, USER, KILOBYTE, 0, 1);
        bench.network.countDown(SITE, USER, 500);
        int out = bench.network.siteOutLink(SITE);

        assertThat(bench.network.backlogNanos(out)).isEqualTo(2 * SITE_KILOBYTE);
        assertThat(bench.network.busyNanos(out)).isZero();
        assertThat(bench.network.transfersInFlight()).isEqualTo(2);
        bench.kernel.runUntil(SITE_KILOBYTE / 2);
        assertThat(bench.network.busyNanos(out)).isEqualTo(SITE_KILOBYTE / 2);
        assertThat(bench.network.utilization(out)).isOne();
        bench.kernel.runUntil(16 * SITE_KILOBYTE);
        assertThat(bench.network.utilization(out)).isCloseTo(2 / 16.0, within(1e-12));
        assertThat(bench.network.bytesCarried(out)).isEqualTo(2500);
        assertThat(bench.network.bytesCarried(bench.network.siteInLink(SITE))).isZero();
        bench.run();
        assertThat(bench.network.transfersInFlight()).isZero();
    }

    @Test
    void aSitesConnectionIsTwoLinksOfItsCapacity() {
        assertThat(new NetworkBench(line()).network.listLinks())
                .containsExactly(
                        new LinkFacts("site:in", 1e7, 0, "operator-site"),
                        new LinkFacts("site:out", 1e7, 0, "operator-site"));
    }

    @Test
    void theMeanRoundTripIsTwiceTheWayAndBothRadioMeans() {
        double seconds = new NetworkBench(line()).network.meanRoundTripSeconds(USER, SITE);

        assertThat(seconds).isCloseTo(2 * (RADIO + WAY) / 1e9, within(1e-12));
    }

    @Test
    void aPathNamesUserUpfAndSiteOnceEach() {
        Network network = new NetworkBench(line()).network;

        assertThat(network.uplinkPath(USER, SITE))
                .isEqualTo(new PathFacts(List.of("ES", "FR", "DE"), List.of("operator-upf", "operator-site")));
        assertThat(network.uplinkPath(1, SITE).countries()).containsExactly("FR", "DE");
    }

    @Test
    void negativeSizesAndAnUplinkLegDownwardAreRefused() {
        Network network = new NetworkBench(line()).network;

        assertThatThrownBy(() -> network.sendUp(0, 0, USER, SITE, -1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1 bytes");
        assertThatThrownBy(() -> network.sendDown(0, 0, SITE, USER, 1, 0, Network.UPLINK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leg");
    }
}
