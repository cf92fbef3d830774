package org.tafsim.kernel.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {

    @Test
    void aStreamDoesNotDependOnTheOthers() {
        RandomStreams alone = new RandomStreams(42, 3);
        RandomStreams crowded = new RandomStreams(42, 3);
        crowded.stream("failures").nextDouble();
        crowded.stream("arrivals/site-16").nextDouble();

        double[] expected = draws(alone.stream("arrivals/site-17"));

        assertThat(draws(crowded.stream("arrivals/site-17"))).isEqualTo(expected);
    }

    @Test
    void theSameNameStartsAnew() {
        RandomStreams streams = new RandomStreams(42, 0);

        assertThat(draws(streams.stream("a"))).isEqualTo(draws(streams.stream("a")));
    }

    @Test
    void replicationsAreSubstreams() {
        Mrg32k3a stream = new RandomStreams(42, 0).stream("service");

        for (int replication = 0; replication < 5; replication++) {
            assertThat(draws(new RandomStreams(42, replication).stream("service")))
                    .isEqualTo(draws(stream));
            stream.resetNextSubstream();
        }
    }

    @Test
    void resettingAStreamLeadsBackToItsReplication() {
        Mrg32k3a stream = new RandomStreams(42, 4).stream("service");
        double[] first = draws(stream);

        stream.resetStartStream();

        assertThat(draws(stream)).isEqualTo(first);
    }

    @Test
    void firstDrawsOfManyNamesSeedsAndReplicationsDiffer() {
        Set<Double> firstDraws = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            for (int replication = 0; replication < 10; replication++) {
                firstDraws.add(
                        new RandomStreams(7, replication).stream("site-" + i).nextDouble());
            }
            firstDraws.add(new RandomStreams(100 + i, 0).stream("site-0").nextDouble());
        }

        assertThat(firstDraws).hasSize(1_100);
    }

    @Test
    void firstDrawsOfNumberedNamesAreUniform() {
        int[] counts = new int[50];
        RandomStreams streams = new RandomStreams(1, 0);

        for (int i = 0; i < 20_000; i++) {
            counts[(int) (streams.stream("service/site-" + i).nextDouble() * counts.length)]++;
        }

        assertThat(ChiSquare.of(counts))
                .isBetween(ChiSquare.quantile(counts, 0.0005), ChiSquare.quantile(counts, 0.9995));
    }

    /** Computed independently, from the definitions in docs/model/random.md with exact integers in Python. */
    @Test
    void theNumbersNeverChangeBetweenReleases() {
        RandomStreams streams = new RandomStreams(42, 1);

        assertThat(streams.stream("arrivals").nextDouble()).isEqualTo(0.4538550957576046);
        assertThat(streams.stream("größe").nextDouble()).isEqualTo(0.2124277260585146);
        assertThat(streams.keyed("length").uniform(7, 2)).isEqualTo(0.27411717544926184);
    }

    @Test
    void aNegativeReplicationIsRefused() {
        assertThatThrownBy(() -> new RandomStreams(42, -1)).hasMessageContaining("replication (-1)");
    }

    private static double[] draws(Mrg32k3a stream) {
        double[] values = new double[10];
        stream.nextArrayOfDouble(values, 0, values.length);
        return values;
    }
}
