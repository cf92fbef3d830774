package org.tafsim.radio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tafsim.radio.Radios.everyMillis;
import static org.tafsim.radio.Radios.plain;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tafsim.kernel.random.KeyedDraws;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.AccessProfile;
import org.tafsim.model.SlottedDelay;
import org.tafsim.model.WakeUp;

class RadioAccessTest {
    private static final int REQUESTS = 100_000;
    private static final SlottedDelay ACTIVE = plain("DDDSU", everyMillis(5, 2));

    private final KeyedDraws draws = new RandomStreams(3, 0).keyed("network");

    private static RadioAccess access(List<WakeUp> wakeUps) {
        SlottedDelay delay = new SlottedDelay(
                ACTIVE.frame(), ACTIVE.grant(), ACTIVE.uplink(), ACTIVE.downlink(), 3, ACTIVE.coreMillis(), wakeUps);
        return new RadioAccess(new AccessProfile("radio", delay, 1e6, 2e6, "made up"));
    }

    @Test
    void theWaitForASlotFollowsFromTheTimeAndNotFromADraw() {
        RadioAccess access = access(List.of());
        SlottedRadio radio = new SlottedRadio(ACTIVE);

        for (long request = 0; request < 1_000; request++) {
            long now = request * 777_777;
            long arrival = now + access.uplinkNanos(draws, request, now);
            assertThat(List.of(
                            radio.uplinkArrivalNanos(now, 0),
                            radio.uplinkArrivalNanos(now, 1),
                            radio.uplinkArrivalNanos(now, 2)))
                    .contains(arrival);
        }
    }

    @Test
    void packetsOfARequestFailAsOftenAsEachOther() {
        RadioAccess access = access(List.of());
        long patternNanos = 2_500_000;

        for (long request = 0; request < 1_000; request++) {
            assertThat(access.downlinkNanos(draws, request, 100_000 + 4 * patternNanos))
                    .isEqualTo(access.downlinkNanos(draws, request, 100_000));
        }
    }

    @Test
    void theMeanRoundTripIsTheMeanOfBothDelays() {
        RadioAccess access = access(List.of(new WakeUp(0.2, 0, 80), new WakeUp(0.1, 10, 50)));

        double mean = LongStream.range(0, REQUESTS)
                .mapToDouble(request -> access.uplinkNanos(draws, request, request * 1_234_567)
                        + access.downlinkNanos(draws, request, request * 1_234_567))
                .average()
                .orElseThrow();

        assertThat(mean / 1e9).isCloseTo(access.meanRoundTripSeconds(), within(0.0003)); // 4 deviations
        assertThat(access.meanRoundTripSeconds())
                .isCloseTo(access(List.of()).meanRoundTripSeconds() + 0.2 * 0.040 + 0.1 * 0.030, within(1e-12));
    }

    @Test
    void theStatedShareOfUsersWakesUpFirst() {
        RadioAccess active = access(List.of());
        RadioAccess waking = access(List.of(new WakeUp(0.2, 20, 80)));
        long longestActive = 30_000_000; // ns; waking takes 20 ms and more, the active delay under 30

        long woken = LongStream.range(0, REQUESTS)
                .filter(request ->
                        waking.uplinkNanos(draws, request, 0) - active.uplinkNanos(draws, request, 0) >= 15_000_000)
                .count();

        assertThat(woken / (double) REQUESTS).isCloseTo(0.2, within(4 * Math.sqrt(0.16 / REQUESTS)));
        assertThat(LongStream.range(0, REQUESTS)
                        .map(request -> active.uplinkNanos(draws, request, 0))
                        .max()
                        .orElseThrow())
                .isLessThan(longestActive);
        assertThat(LongStream.range(0, REQUESTS)
                        .map(request -> waking.uplinkNanos(draws, request, 0))
                        .max()
                        .orElseThrow())
                .isLessThan(80_000_000 + longestActive);
    }

    @Test
    void bytesGoAtTheUsersRate() {
        assertThat(access(List.of()).uplinkBytesNanos(1_000)).isEqualTo(8_000_000);
        assertThat(access(List.of()).downlinkBytesNanos(1_000)).isEqualTo(4_000_000);
    }
}
