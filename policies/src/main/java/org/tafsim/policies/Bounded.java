package org.tafsim.policies;

import static org.tafsim.policies.Measures.IN_FLIGHT;
import static org.tafsim.policies.Measures.RTT;
import static org.tafsim.policies.Measures.TTFT;

import java.util.List;
import org.tafsim.policies.expression.Expression.Logical;
import org.tafsim.policies.expression.Expression.Numeric;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;

/** Policies that want one thing within the bound of another. */
public final class Bounded {

    private static final String WAITING = "waiting";
    private static final String TTFT_BOUND = "ttft";
    private static final String RESPONSE = "response";
    private static final String EXPECTED = "expected";
    private static final String ENERGY = "kwh";

    /** Up from the edge. */
    public static final RoutingPolicyType EDGE_WARD = new ShippedType(
            "edge-ward",
            "Nearest tier with at most 4 (waiting) waiting, within it least predicted TTFT; the top tier if none.",
            "iFogSim edge-ward placement",
            List.of(WAITING),
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

    private Bounded() {}

    private static RoutingPolicy edgeWard(PolicyContext context) {
        double most = new Parameters("edge-ward", context).number(WAITING, "4", 0, Integer.MAX_VALUE);
        Logical full = (request, view, i) -> view.waitingRequests(i) > most;
        return InOrder.by(
                (request, view, i) -> full.holds(request, view, i) ? 1 : 0,
                (request, view, i) -> (full.holds(request, view, i) ? -1 : 1) * Measures.tierSteps(view, i),
                TTFT);
    }

    /** The service area of a server is what law and network leave of the candidates; availability is that it is ready. */
    private static RoutingPolicy easDiscovery(PolicyContext context) {
        Parameters parameters = new Parameters("eas-discovery", context);
        double response = parameters.seconds(RESPONSE, "2 s");
        double expected = parameters.seconds(EXPECTED, "500 ms");
        return InOrder.where(
                (request, view, i) -> view.isReady(i) && TTFT.value(request, view, i) <= response,
                "below-minimum",
                (request, view, i) -> TTFT.value(request, view, i) <= expected ? 0 : 1,
                RTT,
                IN_FLIGHT);
    }

    private static RoutingPolicy lowestCarbon(PolicyContext context) {
        double most = new Parameters("lowest-carbon", context).seconds(TTFT_BOUND, "1 s");
        Logical quick = (request, view, i) -> TTFT.value(request, view, i) <= most;
        return InOrder.by(
                (request, view, i) -> quick.holds(request, view, i) ? 0 : 1,
                (request, view, i) -> quick.holds(request, view, i) ? view.carbonGramsPerKwh(i) : 0,
                TTFT);
    }

    /** What a request takes is not known at its arrival; 0.3 Wh is a round figure for a chat answer, an assumption. */
    private static RoutingPolicy cheapestLawful(PolicyContext context) {
        double kwhPer1k = new Parameters("cheapest-lawful", context).number(ENERGY, "0.3", 0, 1e6);
        Numeric eurPer1k = (request, view, i) -> view.contractEurPer1k(i) + kwhPer1k * view.eurPerKwh(i);
        return InOrder.where((request, view, i) -> view.brokenRules(i) == 0, "breaks-rules", eurPer1k, TTFT);
    }
}
