package org.tafsim.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.LifeSpec;
import org.tafsim.testing.SeedSource;
import umontreal.ssj.rng.RandomStream;

/** Against closed forms, and against small computations of another kind. */
class ModelLifeTheoryTest {
    private static final long SECOND = LifeBench.SECOND;
    private static final long GB = LifeBench.GB;

    /**
     * P. D. Welch, "On a generalized M/G/1 queuing process in which the first customer of each busy period receives exceptional
     * service", Operations Research 12(5), 1964, for a set-up D before each busy period: E[W] = λ E[S²] / (2 (1 − ρ)) + (2 E[D]
     * + λ E[D²]) / (2 (1 + λ E[D])). A rival wants the card whenever the replica is idle, is ready at once and asks for nothing
     * more, so that each busy period begins with a start.
     */
    @ParameterizedTest
    @CsvSource({"0.3, 1, 5", "0.6, 1, 5", "0.5, 1, 0.5", "0.8, 1, 20"})
    void waitsAreThoseOfAQueueWithSetUp(double rate, double serviceSeconds, double setUpSeconds) {
        long setUp = Math.round(setUpSeconds * 1e9);
        LifeSpec spec = new LifeSpec("core", 0, setUp, 0, 1e30, 1e30, 1000, true, List.of());
        LifeBench bench = new LifeBench(
                spec,
                List.of(new OnDemandReplica(0, 0, 1, GB, 100), new OnDemandReplica(0, 0, 1, GB, 1)),
                List.of(new CardGroupSpec(1, GB, 0)),
                new SiteStoreSpec(1, true)); // the rival alone fits into host memory: it is back in a nanosecond
        bench.preempting(0, 1);
        bench.serviceNanos = Math.round(serviceSeconds * 1e9);
        RandomStream stream = new RandomStreams(7, 0).stream("arrivals");
        double at = 0;
        int requests = 400_000;
        for (int i = 0; i < requests; i++) {
            at += -StrictMath.log(stream.nextDouble()) / rate;
            bench.askAt((long) (at * 1e9), 0);
        }
        bench.run((long) (at * 1e9) + 10_000 * SECOND);

        double mean = bench.waits.stream().mapToLong(wait -> wait).average().orElseThrow() / 1e9;
        double busy = rate * serviceSeconds;
        double expected = rate * serviceSeconds * serviceSeconds / (2 * (1 - busy))
                + (2 * setUpSeconds + rate * setUpSeconds * setUpSeconds) / (2 * (1 + rate * setUpSeconds));
        assertThat(bench.waits).hasSize(requests);
        assertThat(mean).isCloseTo(expected, within(0.02 * expected));
    }

    /** Requests so far apart that each start is over before the next comes: who is resident is what a list of that length says. */
    @ParameterizedTest
    @SeedSource(count = 40)
    void evictionsAreThoseOfAListOfTheLeastRecentlyUsed(long seed) {
        RandomStream random = new RandomStreams(seed, 0).stream("requests");
        int models = random.nextInt(2, 6);
        int room = random.nextInt(1, models);
        long[] sizes = new long[models];
        Arrays.fill(sizes, 10);
        LifeBench bench = LifeBench.oneCard(LifeBench.spec(1000, true), 10L * room + 9, 0, 0, sizes);

        List<Integer> recent = new ArrayList<>();
        int starts = 0;
        List<Integer> evicted = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int model = random.nextInt(0, models - 1);
            bench.askAt((1 + i) * 100L * SECOND, model);
            if (!recent.remove((Integer) model)) {
                starts++;
                if (recent.size() == room) {
                    evicted.add(recent.remove(0));
                }
            }
            recent.add(model);
        }
        bench.run(100_000 * SECOND);

        assertThat(bench.log.stream().filter(line -> line.contains("ready"))).hasSize(starts);
        assertThat(bench.evictions).containsExactlyElementsOf(evicted);
        for (int model = 0; model < models; model++) {
            assertThat(bench.life.isReady(model)).isEqualTo(recent.contains(model));
        }
    }
}
