package org.tafsim.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.HarvestSpec;
import org.tafsim.model.RanSpec;
import org.tafsim.model.Scenario;
import org.tafsim.policy.HarvestPolicy;
import org.tafsim.policy.HarvestPolicyType;

/** Builds the harvest policies of a scenario's RAN: one for each site and run. */
final class HarvestPolicies {

    private final Map<String, HarvestPolicyType> types;

    /**
     * For a scenario, from these types.
     *
     * @throws IllegalArgumentException when it names another, or one that refuses its parameters
     */
    HarvestPolicies(Scenario scenario, List<HarvestPolicyType> types) {
        this.types = types.stream().collect(Collectors.toMap(HarvestPolicyType::id, Function.identity()));
        for (RanSpec spec : scenario.ran()) {
            String id = spec.control().harvest().policy();
            if (!this.types.containsKey(id)) {
                throw new IllegalArgumentException("RAN of site %s names the harvest policy '%s', which is none of %s."
                        .formatted(
                                spec.siteId(),
                                id,
                                types.stream().map(HarvestPolicyType::id).toList()));
            }
            of(spec, new RandomStreams(0, 0));
        }
    }

    /** The policy of a site, for a run with these streams. */
    HarvestPolicy of(RanSpec spec, RandomStreams streams) {
        HarvestSpec harvest = spec.control().harvest();
        HarvestPolicyType type = types.get(harvest.policy());
        if (type == null) {
            throw new IllegalStateException("No harvest policy '%s'.".formatted(harvest.policy()));
        }
        return type.create(new PolicyStreams(harvest.parameters(), streams, "harvest/" + spec.siteId() + "/"));
    }
}
