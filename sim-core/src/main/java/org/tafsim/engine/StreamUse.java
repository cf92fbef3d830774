package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.App;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.FaultSpec;
import org.tafsim.model.PolicyChoice;
import org.tafsim.model.PolicyRole;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.RanSpec;
import org.tafsim.model.Scenario;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.PolicyType;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.ran.CellLoad;
import org.tafsim.workload.RequestSource;
import org.tafsim.workload.SessionDraws;
import org.tafsim.workload.StageDraws;
import umontreal.ssj.rng.RandomStream;

/**
 * A name under which a run draws random numbers; with seed and replication it fixes them all (docs/model/random.md).
 *
 * @param name of the stream, or of the purpose of keyed draws
 * @param isKeyed whether each number is drawn by a key, in any order, rather than one after the other
 * @param policy label of the only policy that draws from it; all do where empty
 * @param purpose what the numbers decide
 */
public record StreamUse(String name, boolean isKeyed, Optional<String> policy, String purpose) {

    static final String NETWORK = "network";
    static final String RESTARTS = "restarts";

    static String ofPolicy(String name) {
        return "policy/" + name;
    }

    /** What every run of a scenario draws from, whatever its policy. */
    public static List<StreamUse> shared(Scenario scenario) {
        List<StreamUse> uses = new ArrayList<>();
        for (App app : scenario.apps()) {
            if (!(app.arrivals() instanceof ArrivalSpec.Trace)) {
                uses.add(new StreamUse(RequestSource.arrivalStream(app), false, Optional.empty(), "arrival times"));
            }
            uses.add(new StreamUse(RequestSource.requestDraws(app), true, Optional.empty(), "senders and lengths"));
            if (app.requestTerms().session().isPresent()) {
                uses.add(new StreamUse(
                        SessionDraws.purpose(app), true, Optional.empty(), "turns and pauses of sessions"));
            }
            if (app.pipeline().goesOn()) {
                uses.add(new StreamUse(StageDraws.purpose(app), true, Optional.empty(), "lengths of later stages"));
            }
        }
        uses.add(new StreamUse(NETWORK, true, Optional.empty(), "delays of the radio"));
        if (!scenario.journeys().isEmpty()) {
            uses.add(new StreamUse(Journeys.STREAM, true, Optional.empty(), "journeys of users of sessions"));
        }
        if (!scenario.sovereignty().cutOffs().isEmpty()) {
            uses.add(new StreamUse(RESTARTS, true, Optional.empty(), "restarts of replicas during a cut-off"));
        }
        uses.addAll(ofFaults(scenario));
        for (RanSpec ran : scenario.ran()) {
            ran.cells()
                    .forEach(cell -> uses.add(new StreamUse(
                            CellLoad.stream(ran.siteId(), cell.id()), false, Optional.empty(), "bursts of cells")));
        }
        return uses;
    }

    private static List<StreamUse> ofFaults(Scenario scenario) {
        List<StreamUse> uses = new ArrayList<>();
        FaultParts parts = new FaultParts(scenario);
        for (FaultSpec fault : scenario.faults().random()) {
            if (fault.together().isPresent()) {
                uses.add(new StreamUse(
                        FaultSource.eventStream(fault), true, Optional.empty(), "when regional events happen"));
            }
            for (FaultPart part : parts.of(fault.kind(), fault.scope())) {
                uses.add(new StreamUse(part.drawsOf(fault.id()), true, Optional.empty(), "failures and repairs"));
            }
        }
        return uses;
    }

    /**
     * What a policy draws from beside; it is built to find out.
     *
     * @throws IllegalArgumentException when it refuses its parameters
     */
    public static List<StreamUse> of(PolicySpec policy, RoutingPolicyType type) {
        return listen(policy, policy.parameters(), type, "", "choices of the policy");
    }

    /**
     * What a policy of another role draws from beside; groups of replicas have streams of their own, here {@code *}.
     *
     * @throws IllegalArgumentException when it refuses its parameters
     */
    public static List<StreamUse> of(PolicySpec policy, PolicyRole role, PolicyChoice choice, PolicyType<?> type) {
        boolean isByGroup = role == PolicyRole.SCALING || role == PolicyRole.DEPLOYMENT;
        String prefix = role.word() + (isByGroup ? "/*/" : "/");
        return listen(policy, choice.parameters(), type, prefix, "choices of its %s policy".formatted(role.word()));
    }

    private static List<StreamUse> listen(
            PolicySpec policy, Map<String, String> parameters, PolicyType<?> type, String prefix, String purpose) {
        Listener listener = new Listener(parameters, new TreeSet<>());
        type.create(listener);
        return listener.names.stream()
                .map(name -> new StreamUse(ofPolicy(prefix + name), false, Optional.of(policy.label()), purpose))
                .toList();
    }

    private record Listener(Map<String, String> parameters, TreeSet<String> names) implements PolicyContext {

        @Override
        public RandomStream stream(String name) {
            names.add(name);
            return new RandomStreams(0, 0).stream(name);
        }
    }
}
