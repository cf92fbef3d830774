package org.tafsim.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tafsim.engine.Randomness;
import org.tafsim.engine.StreamUse;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import org.tafsim.policies.PolicySet;

/** {@code streams.json}: from which seed and under which names the random numbers of a run come. */
public final class StreamTable {

    /** Its name in a run's folder. */
    public static final String FILE = "streams.json";

    private StreamTable() {}

    /**
     * For a scenario, or for the one that stands for all points of a sweep.
     *
     * @param policies that it may name
     */
    public static String json(Scenario scenario, PolicySet policies, int replications, Randomness randomness) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("generator", "MRG32k3a for streams, SplitMix64 by key for keyed draws");
        root.put("seed", scenario.run().seed());
        root.put("replications", replications);
        root.put("randomness", randomness.name().toLowerCase(Locale.ROOT));
        root.put(
                "streams",
                uses(scenario, policies).stream().map(StreamTable::entry).toList());
        return RunFormat.text(root);
    }

    private static List<StreamUse> uses(Scenario scenario, PolicySet policies) {
        List<StreamUse> uses = new ArrayList<>(StreamUse.shared(scenario));
        for (PolicySpec policy : scenario.policies()) {
            policies.routing(policy.type()).ifPresent(type -> uses.addAll(StreamUse.of(policy, type)));
            policy.others()
                    .forEach((role, choice) -> policies.find(PolicySet.kindOf(role), choice.type())
                            .ifPresent(type -> uses.addAll(StreamUse.of(policy, role, choice, type))));
        }
        return uses;
    }

    private static Map<String, @Nullable Object> entry(StreamUse use) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("name", use.name());
        entry.put("kind", use.isKeyed() ? "keyed" : "stream");
        entry.put("policy", use.policy().orElse(null));
        entry.put("purpose", use.purpose());
        return entry;
    }
}
