package org.tafsim.radio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tafsim.kernel.random.KeyedDraws;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.RadioDirection;

class HarqFailuresTest {
    private static final int PACKETS = 200_000;

    /** With the same chance each time, P(F = k) = b^k (1 − b) until the last retransmission, which takes the rest. */
    @Test
    void failuresAreGeometricUntilTheLastRetransmission() {
        double bler = 0.3;
        HarqFailures harq = new HarqFailures(new RadioDirection(1, 1, bler, bler), 3);
        KeyedDraws draws = new RandomStreams(1, 0).keyed("harq");
        int[] counts = new int[4];

        for (int packet = 0; packet < PACKETS; packet++) {
            counts[harq.at(draws.uniform(packet, 0))]++;
        }

        double[] law = {0.7, 0.3 * 0.7, 0.09 * 0.7, 0.027};
        for (int k = 0; k < law.length; k++) {
            double deviation = Math.sqrt(law[k] * (1 - law[k]) / PACKETS);
            assertThat(counts[k] / (double) PACKETS).as("%d failures", k).isCloseTo(law[k], within(4 * deviation));
            assertThat(harq.probability(k)).isCloseTo(law[k], within(1e-12));
        }
    }

    @Test
    void retransmissionsFailAtTheirOwnRate() {
        HarqFailures harq = new HarqFailures(new RadioDirection(1, 1, 0.1, 0.02), 2);

        assertThat(harq.at(0.8999)).isZero();
        assertThat(harq.at(0.9001)).isEqualTo(1);
        assertThat(harq.at(0.9979)).isEqualTo(1);
        assertThat(harq.at(0.9981)).isEqualTo(2);
        assertThat(harq.at(0.999999999)).isEqualTo(2);
    }

    @Test
    void aSureRadioNeverFails() {
        HarqFailures harq = new HarqFailures(new RadioDirection(1, 1, 0, 0.5), 3);

        assertThat(harq.at(0.9999999999)).isZero();
        assertThat(harq.probability(0)).isEqualTo(1);
    }
}
