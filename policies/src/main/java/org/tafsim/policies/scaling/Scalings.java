package org.tafsim.policies.scaling;

import java.util.List;
import org.tafsim.policies.Parameters;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.ScalingPolicy;
import org.tafsim.policy.ScalingPolicyType;
import org.tafsim.policy.ScalingView;

/** Scalings by what is seen now. */
final class Scalings {

    private static final String REPLICAS = "replicas";
    private static final String TARGET = "target";
    private static final String TOLERANCE = "tolerance";
    private static final String WINDOW = "window";
    private static final String USUAL_WINDOW = "5 min";
    private static final double MOST = 1e9;

    /** Always as many. */
    static final ScalingPolicyType FIXED =
            new ScalingType("fixed", "Always 1 (replicas).", "baseline", List.of(REPLICAS), context -> {
                int replicas = (int) new Parameters("fixed", context).number(REPLICAS, "1", 0, MOST);
                return view -> replicas;
            });

    /** By requests in flight. */
    static final ScalingPolicyType IN_FLIGHT = new ScalingType(
            "target-in-flight",
            "Requests in flight / 16 (target), up at once, down after a window (5 min).",
            "Knative pod autoscaler, concurrency",
            List.of(TARGET, WINDOW),
            context -> perReplica("target-in-flight", "16", ScalingView::inFlight, context));

    /** By requests that wait. */
    static final ScalingPolicyType QUEUE = new ScalingType(
            "target-queue",
            "Those on, and requests waiting / 4 (target) more; down by one after a window (5 min) with nobody waiting.",
            "KEDA, queue length; the way down ours",
            List.of(TARGET, WINDOW),
            Scalings::queue);

    /** By use. */
    static final ScalingPolicyType UTILIZATION = new ScalingType(
            "target-utilization",
            "Those on x busy share / 70 % (target), not where within 10 % (tolerance); down after a window (5 min).",
            "Kubernetes horizontal pod autoscaler",
            List.of(TARGET, TOLERANCE, WINDOW),
            Scalings::utilization);

    private Scalings() {}

    /** What a policy scales by. */
    @FunctionalInterface
    private interface Load {
        double of(ScalingView view);
    }

    private static ScalingPolicy perReplica(String id, String usual, Load load, PolicyContext context) {
        Parameters parameters = new Parameters(id, context);
        double target = parameters.number(TARGET, usual, 0.01, MOST);
        return new Stabilized(view -> ceiling(load.of(view) / target), parameters.seconds(WINDOW, USUAL_WINDOW));
    }

    private static ScalingPolicy queue(PolicyContext context) {
        Parameters parameters = new Parameters("target-queue", context);
        double target = parameters.number(TARGET, "4", 0.01, MOST);
        return new Stabilized(
                view -> view.waiting() == 0
                        ? view.on() - 1
                        : view.on() + ceiling(view.waiting() / target) - view.starting(),
                parameters.seconds(WINDOW, USUAL_WINDOW));
    }

    private static ScalingPolicy utilization(PolicyContext context) {
        Parameters parameters = new Parameters("target-utilization", context);
        double target = parameters.share(TARGET, "70 %");
        double tolerance = parameters.share(TOLERANCE, "10 %");
        if (target == 0) {
            throw new IllegalArgumentException("The policy target-utilization, parameter 'target': must be above 0 %.");
        }
        ScalingPolicy rule = view -> {
            double ratio = view.busyFraction() / target;
            return Math.abs(ratio - 1) <= tolerance ? view.on() : ceiling((view.on() - view.starting()) * ratio);
        };
        return new Stabilized(rule, parameters.seconds(WINDOW, USUAL_WINDOW));
    }

    static int ceiling(double replicas) {
        return (int) Math.min(MOST, Math.ceil(replicas));
    }
}
