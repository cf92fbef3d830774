package org.tafsim.policies.order;

import java.util.List;
import org.tafsim.policies.Parameters;
import org.tafsim.policy.OrderPolicy;
import org.tafsim.policy.OrderPolicyType;
import org.tafsim.policy.PolicyContext;

/** Orders that a request alone decides. */
final class Orders {

    private static final String STEP = "step";
    private static final String PROMISE = "promise";
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS = 1e3;

    /** By the application's priority. */
    static final OrderPolicyType FIRST_COME = new OrderType(
            "first-come",
            "By the application's priority; among equals first come first served.",
            "vLLM priority scheduling",
            List.of(),
            context -> (request, replica) -> request.app().requestTerms().priority());

    /** By the prompt. */
    static final OrderPolicyType SHORTEST_PROMPT = new OrderType(
            "shortest-prompt",
            "Shortest prompt first, whatever the priority.",
            "shortest job first, the prompt for the job (Helios, Hu et al. 2021, predicts it)",
            List.of(),
            context -> (request, replica) -> request.promptTokens());

    /** By the promise. */
    static final OrderPolicyType EARLIEST_DEADLINE = new OrderType(
            "earliest-deadline",
            "Arrival plus promised TTFT; 10 s (promise) where none is promised.",
            "earliest deadline first, Liu and Layland 1973",
            List.of(PROMISE),
            Orders::earliestDeadline);

    /** By the priority, and by the time already waited. */
    static final OrderPolicyType AGING = new OrderType(
            "aging",
            "Arrival plus 10 s (step) for each step of the priority number: who waits rises.",
            "aging, as in Multics and UNIX schedulers",
            List.of(STEP),
            Orders::aging);

    private Orders() {}

    private static OrderPolicy earliestDeadline(PolicyContext context) {
        double usual = NANOS_PER_MILLI * MILLIS * new Parameters("earliest-deadline", context).seconds(PROMISE, "10 s");
        return (request, replica) -> {
            double promise = request.app().slo().timeToFirstTokenNanos().orElse((long) usual);
            return millis(request.arrivalNanos() + promise);
        };
    }

    private static OrderPolicy aging(PolicyContext context) {
        double step = NANOS_PER_MILLI * MILLIS * new Parameters("aging", context).seconds(STEP, "10 s");
        return (request, replica) -> millis(
                request.arrivalNanos() + step * request.app().requestTerms().priority());
    }

    /** Since the start of the run, cut to 24 days. */
    private static int millis(double nanos) {
        return (int) (nanos / NANOS_PER_MILLI);
    }
}
