package org.tafsim.experiment;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;

/**
 * What {@code run.json} says of a run beside where and when it took place.
 *
 * @param id of the run
 * @param scenario its name
 * @param seed root of all random streams
 * @param replications of each policy
 * @param policies in the order of results
 * @param version of tafsim
 * @param plugins that its policies come from
 * @param settings choices that change no result, e.g. {@code threads}, {@code kernel}; by name
 */
public record RunInfo(
        RunId id,
        String scenario,
        long seed,
        int replications,
        List<PolicySpec> policies,
        String version,
        PluginList plugins,
        Map<String, String> settings) {

    /** Copies. */
    public RunInfo {
        policies = List.copyOf(policies);
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** Of shipped policies alone. */
    public RunInfo(
            RunId id,
            String scenario,
            long seed,
            int replications,
            List<PolicySpec> policies,
            String version,
            Map<String, String> settings) {
        this(id, scenario, seed, replications, policies, version, PluginList.NONE, settings);
    }

    /** The same under shipped policies alone. */
    public static RunInfo of(Scenario scenario, RunId id, String version, Map<String, String> settings) {
        return of(scenario, id, version, PluginList.NONE, settings);
    }

    /** Of all policies and replications of a scenario. */
    public static RunInfo of(
            Scenario scenario, RunId id, String version, PluginList plugins, Map<String, String> settings) {
        return new RunInfo(
                id,
                scenario.name(),
                scenario.run().seed(),
                scenario.run().replications(),
                scenario.policies(),
                version,
                plugins,
                settings);
    }
}
