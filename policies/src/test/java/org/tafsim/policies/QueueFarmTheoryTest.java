package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.stats.ConfidenceInterval;

/**
 * Policies that look at queues, on many servers: shares of servers with at least k requests. Random choice makes every server an M/M/1
 * queue: λ^k. The shorter of d queues tends, with the number of servers, to λ^((d^k − 1)/(d − 1)) (Mitzenmacher 2001, Vvedenskaya,
 * Dobrushin and Karpelevich 1996); the shortest of all to λ for k = 1 and 0 beyond. Whatever the policy, λ of the servers are busy.
 */
class QueueFarmTheoryTest {

    private static final double LOAD = 0.8;
    private static final int RUNS = 8;
    private static final int LONGEST = 6;
    private static final double CONFIDENCE = 0.999;

    @Test
    void randomChoiceMakesEachServerAQueueOfItsOwn() {
        ConfidenceInterval[] shares = shares(100, RandomChoice.TYPE, Map.of(), 500, 1_500);

        for (int k = 1; k <= LONGEST; k++) {
            assertThat(shares[k].mean())
                    .as("at least %d", k)
                    .isBetween(low(shares[k], Math.pow(LOAD, k), 0), high(shares[k], Math.pow(LOAD, k), 0));
        }
    }

    @Test
    void ofTwoTheShorterTendsToADoubleExponential() {
        isNearTo(2, shares(500, PowerOfTwo.TYPE, Map.of(), 60, 300));
    }

    @Test
    void ofThreeTheShortestTendsToItsOwn() {
        isNearTo(3, shares(500, PowerOfD.TYPE, Map.of("d", "3"), 60, 300));
    }

    /** With fewer servers the queues are longer than the limit says: what the limit is good for is to be seen. */
    @Test
    void theLimitIsApproachedAsServersBecomeMore() {
        double limit = limit(2, 4);

        double few = shares(10, PowerOfTwo.TYPE, Map.of(), 200, 4_000)[4].mean();
        double many = shares(500, PowerOfTwo.TYPE, Map.of(), 60, 300)[4].mean();

        assertThat(few - limit).isGreaterThan(5 * Math.abs(many - limit));
    }

    @Test
    void theShortestOfAllLeavesNobodyWaitingAsServersBecomeMore() {
        ConfidenceInterval[] few = shares(20, LeastLoaded.TYPE, Map.of(), 60, 1_000);
        ConfidenceInterval[] more = shares(100, LeastLoaded.TYPE, Map.of(), 60, 300);

        assertThat(few[1].mean()).isBetween(low(few[1], LOAD, 0), high(few[1], LOAD, 0));
        assertThat(more[1].mean()).isBetween(low(more[1], LOAD, 0), high(more[1], LOAD, 0));
        assertThat(few[2].mean()).isLessThan(limit(2, 2) / 3);
        assertThat(more[2].high()).isLessThan(few[2].low() / 5);
        assertThat(more[3].mean()).isLessThan(1e-5);
    }

    private static void isNearTo(int d, ConfidenceInterval[] shares) {
        for (int k = 1; k <= LONGEST; k++) {
            double limit = limit(d, k);
            assertThat(shares[k].mean())
                    .as("at least %d", k)
                    .isBetween(low(shares[k], limit, 0.004), high(shares[k], limit, 0.004));
        }
    }

    private static double limit(int d, int k) {
        return Math.pow(LOAD, (Math.pow(d, k) - 1) / (d - 1));
    }

    private static double low(ConfidenceInterval interval, double expected, double bias) {
        return expected - interval.halfWidth() - bias;
    }

    private static double high(ConfidenceInterval interval, double expected, double bias) {
        return expected + interval.halfWidth() + bias;
    }

    private static ConfidenceInterval[] shares(
            int servers, RoutingPolicyType type, Map<String, String> parameters, double warmup, double duration) {
        double[][] ofRuns = LongStream.range(0, RUNS)
                .mapToObj(run -> {
                    RoutingPolicy policy = type.create(new FakeContext(parameters, run));
                    return new QueueFarm(servers, LOAD, policy, run).shares(warmup, duration, LONGEST);
                })
                .toArray(double[][]::new);
        ConfidenceInterval[] intervals = new ConfidenceInterval[LONGEST + 1];
        for (int k = 0; k <= LONGEST; k++) {
            double[] values = new double[RUNS];
            for (int run = 0; run < RUNS; run++) {
                values[run] = ofRuns[run][k];
            }
            intervals[k] = ConfidenceInterval.student(values, CONFIDENCE);
        }
        return intervals;
    }
}
