package org.tafsim.policies;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;

/**
 * Each application goes round its replicas, each as often as it weighs, and never long at one: at each request every candidate's credit
 * grows by its weight, the highest credit is chosen (of equals the first), and pays the sum of the weights. Weights are gigabytes of
 * accelerator memory, or stated by replica or by site; what is not stated weighs 1.
 *
 * <p>Source: weighted round robin as in PureEdgeSim; the smooth order is nginx's.
 */
public final class WeightedRoundRobin implements RoutingPolicy {

    private static final String ID = "weighted-round-robin";
    private static final String WEIGHTS = "weights";
    private static final String MEMORY = "memory";
    private static final double GIGABYTE = 1e9;

    /** What it is called and how it is built. */
    public static final RoutingPolicyType TYPE = new ShippedType(
            ID,
            "Each application goes round its replicas, each as often as it weighs (default: its memory).",
            "PureEdgeSim; smooth as nginx",
            List.of(WEIGHTS),
            WeightedRoundRobin::new);

    /** By replica or site; empty where memory weighs. */
    private final Map<String, Double> stated;

    private double[][] credits = {};

    private WeightedRoundRobin(PolicyContext context) {
        stated = new Parameters(ID, context)
                .parsed(WEIGHTS, MEMORY, text -> text.equals(MEMORY) ? Map.of() : Weights.parse(text));
    }

    @Override
    public int route(RequestView request, CandidatesView candidates) {
        int last = candidates.size() - 1;
        double[] credit = credits(request.appIndex(), candidates.replicaIndex(last));
        int best = 0;
        double sum = 0;
        for (int candidate = 0; candidate <= last; candidate++) {
            double weight = weight(candidates, candidate);
            int replica = candidates.replicaIndex(candidate);
            sum += weight;
            credit[replica] += weight;
            if (credit[replica] > credit[candidates.replicaIndex(best)]) {
                best = candidate;
            }
        }
        credit[candidates.replicaIndex(best)] -= sum;
        return best;
    }

    private double weight(CandidatesView candidates, int candidate) {
        if (stated.isEmpty()) {
            return Measures.memoryBytes(candidates, candidate) / GIGABYTE;
        }
        Double weight = stated.get(candidates.replica(candidate).id());
        if (weight == null) {
            weight = stated.get(candidates.site(candidate).id());
        }
        return weight == null ? 1 : weight;
    }

    /** Of an application, for replicas up to this one. */
    private double[] credits(int app, int replica) {
        int known = credits.length;
        if (app >= known) {
            credits = Arrays.copyOf(credits, app + 1);
            Arrays.fill(credits, known, app + 1, new double[0]);
        }
        if (replica >= credits[app].length) {
            credits[app] = Arrays.copyOf(credits[app], 2 * replica + 1);
        }
        return credits[app];
    }
}
