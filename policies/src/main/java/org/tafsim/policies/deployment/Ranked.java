package org.tafsim.policies.deployment;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.tafsim.policy.DeploymentPolicy;
import org.tafsim.policy.DeploymentPolicyType;
import org.tafsim.policy.DeploymentView;

/** The replicas of least measure; of equals those that are on, then in scenario order. */
final class Ranked implements DeploymentPolicy {

    /** Scenario order. */
    static final DeploymentPolicyType IN_ORDER = new DeploymentType(
            "in-order", "The first in scenario order.", "first fit", List.of(), context -> (view, wanted, chosen) -> {
                for (int place = 0; place < wanted; place++) {
                    chosen[place] = true;
                }
            });

    /** As few moves as can be. */
    static final DeploymentPolicyType STEADY =
            type("steady", "Those that are on.", "Open Cluster Management, Steady prioritizer", (view, place) -> 0.0);

    /** Near to all users. */
    static final DeploymentPolicyType NEAREST = type(
            "least-round-trip",
            "Least mean round trip of the users whose requests came since the last decision.",
            "1-median of facility location",
            (view, place) -> view.meanRoundTripSeconds(place));

    /** Near to most users. */
    static final DeploymentPolicyType DEMAND = type(
            "follow-demand",
            "Most requests of users to whom none is nearer.",
            "demand-driven edge placement, as in YAFS and iFogSim studies; ours",
            (view, place) -> -view.nearestDemandPerSecond(place));

    /** By carbon. */
    static final DeploymentPolicyType CARBON = type(
            "lowest-carbon",
            "Least carbon per kWh in this hour.",
            "OpenDC, lowest-carbon site",
            (view, place) -> view.carbonGramsPerKwh(place));

    /** By price. */
    static final DeploymentPolicyType CHEAPEST =
            type("cheapest", "Least price per kWh in this hour.", "tafsim", (view, place) -> view.eurPerKwh(place));

    private final ToDoubleBiFunction<DeploymentView, Integer> measure;

    private Ranked(ToDoubleBiFunction<DeploymentView, Integer> measure) {
        this.measure = measure;
    }

    private static DeploymentPolicyType type(
            String id, String rule, String source, ToDoubleBiFunction<DeploymentView, Integer> measure) {
        return new DeploymentType(id, rule, source, List.of(), context -> new Ranked(measure));
    }

    @Override
    public void place(DeploymentView view, int wanted, boolean[] chosen) {
        double[] values = IntStream.range(0, view.size())
                .mapToDouble(place -> measure.applyAsDouble(view, place))
                .toArray();
        IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> compare(view, values, a, b))
                .limit(wanted)
                .forEach(place -> chosen[place] = true);
    }

    /** Those that are on, then in scenario order. */
    static void keepOn(DeploymentView view, int wanted, boolean[] chosen) {
        new Ranked((any, place) -> 0.0).place(view, wanted, chosen);
    }

    private static int compare(DeploymentView view, double[] values, int a, int b) {
        int order = Double.compare(values[a], values[b]);
        return order != 0 ? order : Boolean.compare(view.isOn(b), view.isOn(a)); // the sort keeps scenario order
    }
}
