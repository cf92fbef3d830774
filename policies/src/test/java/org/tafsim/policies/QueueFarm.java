package org.tafsim.policies;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.Site;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;

/**
 * Servers with exponential service of mean 1 and queues of their own, Poisson arrivals that a policy sends to one of them. Walks through the
 * uniformised chain: each step is an arrival with probability λ/(1 + λ), else the end of a service at a server drawn from all, which is
 * nothing where that is idle. Its steps weigh the same, so that shares of steps are shares of time.
 */
final class QueueFarm implements CandidatesView {

    private static final RequestView REQUEST = FakeRequest.OF_FIRST_APP;

    private final int[] inFlight;
    private final double load;
    private final RoutingPolicy policy;
    private final SplittableRandom random;

    /** Servers with at least so many requests. */
    private final int[] withAtLeast = new int[1_000];

    QueueFarm(int servers, double load, RoutingPolicy policy, long seed) {
        inFlight = new int[servers];
        this.load = load;
        this.policy = policy;
        random = new SplittableRandom(seed);
        withAtLeast[0] = servers;
    }

    /**
     * Share of servers with at least 0, 1, 2, … requests, over a time after a start from empty.
     *
     * @param warmup mean services
     * @param duration mean services
     */
    double[] shares(double warmup, double duration, int longest) {
        walk(warmup, new long[longest + 1]);
        long[] sums = new long[longest + 1];
        long steps = walk(duration, sums);
        return Arrays.stream(sums)
                .mapToDouble(sum -> (double) sum / steps / inFlight.length)
                .toArray();
    }

    private long walk(double services, long[] sums) {
        long steps = Math.round(services * inFlight.length * (1 + load));
        for (long step = 0; step < steps; step++) {
            if (random.nextDouble() < load / (1 + load)) {
                int chosen = policy.route(REQUEST, this);
                withAtLeast[++inFlight[chosen]]++;
            } else {
                int server = random.nextInt(inFlight.length);
                if (inFlight[server] > 0) {
                    withAtLeast[inFlight[server]--]--;
                }
            }
            for (int k = 0; k < sums.length; k++) {
                sums[k] += withAtLeast[k];
            }
        }
        return steps;
    }

    @Override
    public int size() {
        return inFlight.length;
    }

    @Override
    public int replicaIndex(int candidate) {
        return candidate;
    }

    @Override
    public int inFlightRequests(int candidate) {
        return inFlight[candidate];
    }

    @Override
    public int waitingRequests(int candidate) {
        return Math.max(0, inFlight[candidate] - 1);
    }

    @Override
    public int runningSequences(int candidate) {
        return Math.min(1, inFlight[candidate]);
    }

    @Override
    public ServedReplica replica(int candidate) {
        throw new UnsupportedOperationException("All servers are alike.");
    }

    @Override
    public Site site(int candidate) {
        throw new UnsupportedOperationException("All servers are alike.");
    }

    @Override
    public double roundTripSeconds(int candidate) {
        return 0;
    }

    @Override
    public int brokenRules(int candidate) {
        return 0;
    }

    @Override
    public long waitingPrefillTokens(int candidate) {
        return 0;
    }

    @Override
    public double kvUsedFraction(int candidate) {
        return 0;
    }

    @Override
    public double predictedTtftSeconds(int candidate, int promptTokens) {
        return inFlight[candidate];
    }
}
