package org.tafsim.policies;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.tafsim.policy.BatchRoutingPolicy;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.policy.WindowView;

/**
 * Of a window the longest prompt first, each where its first token is to be expected soonest when the prompts placed before it are
 * prefilled there first. A request alone goes where its first token is to be expected soonest.
 *
 * <p>Source: longest processing time first, R. Graham, "Bounds on multiprocessing timing anomalies", 1969, in windows as OpenNebula's
 * scheduler places.
 */
public final class LongestFirst implements BatchRoutingPolicy {

    /** What it is called and how it is built. */
    public static final RoutingPolicyType TYPE = ShippedType.plain(
            "longest-first",
            "Of a window the longest prompt first, each where its first token comes soonest after those before.",
            "longest processing time first, Graham 1969; windows as OpenNebula",
            context -> new LongestFirst());

    /** By replica: prompt tokens placed there in this window. */
    private long[] placed = {};

    private LongestFirst() {}

    @Override
    public int route(RequestView request, CandidatesView candidates) {
        Arrays.fill(placed, 0);
        return soonest(request, candidates);
    }

    @Override
    public void routeAll(WindowView window, int[] choices) {
        Arrays.fill(placed, 0);
        int[] tokens = new int[window.size()];
        for (int place = 0; place < tokens.length; place++) {
            tokens[place] = window.request(place).promptTokens();
        }
        IntStream.range(0, tokens.length)
                .boxed()
                .sorted(Comparator.comparingInt(place -> -tokens[place])) // of equals the first to arrive
                .forEach(place -> {
                    RequestView request = window.request(place);
                    CandidatesView candidates = window.candidates();
                    int best = soonest(request, candidates);
                    choices[place] = best;
                    placed[candidates.replicaIndex(best)] += tokens[place];
                });
    }

    private int soonest(RequestView request, CandidatesView candidates) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            int replica = candidates.replicaIndex(candidate);
            if (replica >= placed.length) {
                placed = Arrays.copyOf(placed, 2 * replica + 4);
            }
            long tokens = Math.min(Integer.MAX_VALUE, request.promptTokens() + placed[replica]);
            double ttft = candidates.predictedTtftSeconds(candidate, (int) tokens);
            if (ttft < least) {
                least = ttft;
                best = candidate;
            }
        }
        return best;
    }
}
