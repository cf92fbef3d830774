package org.tafsim.experiment;

import org.tafsim.policies.PolicySet;
import org.tafsim.policy.HarvestPolicyType;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.scenario.KnownPolicies;
import org.tafsim.scenario.ScenarioReader;

/** Readers of scenarios, which know no policy by themselves. */
public final class ScenarioReaders {

    private ScenarioReaders() {}

    /** One that takes these policies. */
    public static ScenarioReader of(PolicySet policies) {
        return new ScenarioReader(known(policies));
    }

    /** One that takes policies of plug-ins, too, which need not be here: with any parameters. */
    public static ScenarioReader of(PolicySet policies, PluginList plugins) {
        return new ScenarioReader(known(policies)
                .alsoIds(plugins.idsOf(RoutingPolicyType.class), plugins.idsOf(HarvestPolicyType.class)));
    }

    private static KnownPolicies known(PolicySet policies) {
        return KnownPolicies.of(policies.routing(), policies.harvest());
    }
}
