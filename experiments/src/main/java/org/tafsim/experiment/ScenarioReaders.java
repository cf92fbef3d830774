package org.tafsim.experiment;

import org.tafsim.policies.PolicySet;
import org.tafsim.policy.PolicyType;
import org.tafsim.scenario.KnownPolicies;
import org.tafsim.scenario.ScenarioReader;

/** Readers of scenarios, which know no policy by themselves. */
public final class ScenarioReaders {

    private ScenarioReaders() {}

    /** One that takes these policies. */
    public static ScenarioReader of(PolicySet policies) {
        return new ScenarioReader(KnownPolicies.of(policies));
    }

    /** One that takes policies of plug-ins, too, which need not be here: with any parameters. */
    public static ScenarioReader of(PolicySet policies, PluginList plugins) {
        KnownPolicies known = KnownPolicies.of(policies);
        for (Class<? extends PolicyType<?>> kind : PolicySet.kinds()) {
            known = known.alsoIds(kind, plugins.idsOf(kind));
        }
        return new ScenarioReader(known);
    }
}
