package org.tafsim.cli.bench;

import java.nio.file.Path;
import java.util.List;
import org.tafsim.model.EnergySpec;
import org.tafsim.model.Scenario;
import org.tafsim.policies.PolicySet;
import org.tafsim.scenario.KnownPolicies;
import org.tafsim.scenario.ScenarioReader;

/**
 * Twenty cities, made up: sites at the far edge, each with cells and AI on one card and AI alone on another, and one region behind them.
 * Without the second card AI is overloaded in the evening, and what is timed are queues of a million requests.
 */
final class CoexistenceScenario {

    private static final int CITIES = 20;
    private static final String TEXT = """
            apiVersion: tafsim/v1
            kind: Scenario
            name: bench-coexistence
            run: {duration: %1$d h, warmup: 1 min, series: 1 h, telemetry: 1 s}
            operators: [{id: telco, seat: DE}]
            sites:
              - id: "{city}-{n}"
                per: city
                where: {largest: %2$d}
                count: %3$d
                tier: far-edge
                operator: telco
                accelerators: {GH200: 2}
                serve: [{model: llama-3.1-8b, precision: fp8, replicas: 2}]
              - {id: region, city: Frankfurt, tier: regional, operator: telco, accelerators: {H100: 8}, serve: [{model: llama-3.1-8b, precision: fp8, replicas: 8}]}
            populations:
              - {id: "{city}", per: city, where: {largest: %2$d}, access: sa-midband, upf: local}
            apps:
              - {id: chat, model: llama-3.1-8b, class: PUB, arrivals: {rate: %4$s /s}, profile: {preset: consumer}, prompt: azure-conv-prompt, output: azure-conv-output, slo: {ttft: 1 s}}
            policies: [nearest]
            """;
    private static final String COEXISTENCE = """
            ran:
              - {tiers: far-edge, cells: 8, load: {burst: {lognormal: 0.3}}, sharing: {mode: time-slices, blocking: 15 us}, interval: 1 s, harvest: {policy: threshold, period: 10 s}}
            faults:
              random:
                - {kind: site, tiers: far-edge, between: {exponential: 60 d}, repair: {median: 2 h, p95: 8 h}}
                - {kind: accelerator, between: {exponential: 300 d}, repair: {median: 12 h, p95: 2 d}}
                - {kind: power, near: Berlin, within: 100 km, between: {exponential: 30 d}, repair: {exponential: 1 h}, together: 50 %, battery: 15 min}
            """;

    private CoexistenceScenario() {}

    /**
     * Such sites.
     *
     * @param requestsPerSecond of all, on the mean of the day
     * @param coexists whether there are RAN, faults and tariffs of electricity
     */
    static Scenario of(int sites, int hours, double requestsPerSecond, boolean coexists) {
        int cities = Math.min(sites, CITIES);
        String text = TEXT.formatted(hours, cities, sites / cities, requestsPerSecond);
        Scenario scenario = new ScenarioReader(KnownPolicies.of(PolicySet.shipped()))
                .read("bench-coexistence", coexists ? text + COEXISTENCE : text, List.of(), Path.of("."));
        return coexists ? scenario : scenario.withEnergy(EnergySpec.NONE);
    }
}
