package org.tafsim.policies;

import static org.tafsim.policies.Measures.BROKEN_RULES;
import static org.tafsim.policies.Measures.CARBON;
import static org.tafsim.policies.Measures.IN_FLIGHT;
import static org.tafsim.policies.Measures.RTT;
import static org.tafsim.policies.Measures.TTFT;
import static org.tafsim.policies.Measures.WAITING;

import java.util.List;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.ServedReplica;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;

/** Policies that want one thing within the bound of another. */
public final class Bounded {

    private static final String MOST_WAITING = "waiting";
    private static final String TTFT_BOUND = "ttft";
    private static final String RESPONSE = "response";
    private static final String EXPECTED = "expected";
    private static final String ENERGY = "kwh";

    /** Up from the edge. */
    public static final RoutingPolicyType EDGE_WARD = new ShippedType(
            "edge-ward",
            "Nearest tier with at most 4 (waiting) waiting, within it least predicted TTFT; the top tier if none.",
            "iFogSim edge-ward placement",
            List.of(MOST_WAITING),
            Bounded::edgeWard);

    /** Keeps what meets minimum indicators, prefers what meets the expected ones. */
    public static final RoutingPolicyType EAS_DISCOVERY = new ShippedType(
            "eas-discovery",
            "Ready and predicted TTFT within response (2 s); rather within expected (500 ms); then nearest.",
            "3GPP TS 23.558, 8.2 and 8.5",
            List.of(RESPONSE, EXPECTED),
            Bounded::easDiscovery);

    /** Least carbon of those that are quick enough. */
    public static final RoutingPolicyType LOWEST_CARBON = new ShippedType(
            "lowest-carbon",
            "Least carbon per kWh with predicted TTFT within 1 s (ttft); if none, least predicted TTFT.",
            "OpenDC carbon weigher; bound ours",
            List.of(TTFT_BOUND),
            Bounded::lowestCarbon);

    /** Least cost of those that break nothing. */
    public static final RoutingPolicyType CHEAPEST_LAWFUL = new ShippedType(
            "cheapest-lawful",
            "No audited rule broken; least contract and electricity price; of equals least predicted TTFT.",
            "tafsim",
            List.of(ENERGY),
            Bounded::cheapestLawful);

    /** Keeps long contexts free for long prompts. */
    public static final RoutingPolicyType CONTEXT_LENGTH = ShippedType.plain(
            "context-length",
            "Shortest context that takes the prompt; of equals the fewest in flight. If none takes it, the longest.",
            "llm-d context-length-aware scorer",
            context -> contextLength());

    private Bounded() {}

    private static RoutingPolicy edgeWard(PolicyContext context) {
        double most = new Parameters("edge-ward", context).number(MOST_WAITING, "4", 0, Integer.MAX_VALUE);
        Fact steps = new Fact(Measures::tierSteps);
        Column down = steps.scaled(-1, 0);
        return InOrder.by(
                WAITING.above(most),
                (request, view, of, count, into) -> {
                    Column next = view.waitingRequests(of[0]) > most ? down : steps; // those that are left are alike
                    next.read(request, view, of, count, into);
                },
                TTFT);
    }

    /** The service area of a server is what law and network leave of the candidates; availability is that it is ready. */
    private static RoutingPolicy easDiscovery(PolicyContext context) {
        Parameters parameters = new Parameters("eas-discovery", context);
        double response = parameters.seconds(RESPONSE, "2 s");
        double expected = parameters.seconds(EXPECTED, "500 ms");
        Column late = TTFT.above(response);
        Column belowMinimum = (request, view, of, count, into) -> {
            late.read(request, view, of, count, into);
            for (int k = 0; k < count; k++) {
                into[k] = view.isReady(of[k]) ? into[k] : 1;
            }
        };
        return InOrder.where("below-minimum", belowMinimum, TTFT.above(expected), RTT, IN_FLIGHT);
    }

    private static RoutingPolicy lowestCarbon(PolicyContext context) {
        double most = new Parameters("lowest-carbon", context).seconds(TTFT_BOUND, "1 s");
        return InOrder.by(
                TTFT.above(most),
                (request, view, of, count, into) -> {
                    boolean isQuick = view.predictedTtftSeconds(of[0], request.promptTokens()) <= most;
                    Column next = isQuick ? CARBON : TTFT; // those that are left are alike
                    next.read(request, view, of, count, into);
                },
                TTFT);
    }

    /** What a request takes is not known at its arrival; 0.3 Wh is a round figure for a chat answer, an assumption. */
    private static RoutingPolicy cheapestLawful(PolicyContext context) {
        double kwhPer1k = new Parameters("cheapest-lawful", context).number(ENERGY, "0.3", 0, 1e6);
        Column eurPer1k = (request, view, of, count, into) -> {
            for (int k = 0; k < count; k++) {
                into[k] = view.contractEurPer1k(of[k]) + kwhPer1k * view.eurPerKwh(of[k]);
            }
        };
        return InOrder.where("breaks-rules", BROKEN_RULES, eurPer1k, TTFT);
    }

    private static RoutingPolicy contextLength() {
        Fact context = new Fact((view, i) -> contextTokens(view.replica(i)));
        Column tooShort = (request, view, of, count, into) -> {
            context.read(request, view, of, count, into);
            for (int k = 0; k < count; k++) {
                into[k] = request.promptTokens() < into[k] ? 0 : 1; // an answer has a token at least
            }
        };
        Column longestFirst = context.scaled(-1, 0);
        return InOrder.by(
                tooShort,
                (request, view, of, count, into) -> {
                    Column next = request.promptTokens() < context.of(view, of[0]) ? context : longestFirst;
                    next.read(request, view, of, count, into);
                },
                IN_FLIGHT);
    }

    /** What takes no text takes any. */
    private static double contextTokens(ServedReplica replica) {
        return replica instanceof ReplicaSpec spec ? spec.limits().rules().contextOf(spec.model()) : Integer.MAX_VALUE;
    }
}
