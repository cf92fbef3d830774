package org.tafsim.cli.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tafsim.model.Scenario;
import org.tafsim.policies.PolicySet;
import org.tafsim.scenario.KnownPolicies;
import org.tafsim.scenario.ScenarioReader;

/** A made-up scenario to time the law with: so many sites of five countries' operators, four applications of four classes. */
final class LawBenchScenario {

    private static final List<String> CITIES = List.of("Munich", "Paris", "Amsterdam", "Oslo", "Warsaw");
    private static final String TEXT = """
            apiVersion: tafsim/v1
            kind: Scenario
            name: bench-law
            run: {duration: 1 h}
            operators:
              - {id: "telco-{country}", per: country, where: {countries: [DE, FR, NL, "NO", PL]}, seat: "{country}", establishments: [DE, FR], undertakings: [secrecy, scc], owners: [{of: "{country}", share: 1}]}
              - {id: cloud, seat: US, owners: [{of: US, share: 1}]}
            services:
              - {id: logs, countries: [IE, US], operator: cloud, keys: US}
              - {id: eu-logs, countries: [FR], operator: telco-FR, keys: FR, certificates: [C5-T2, HDS]}
            sites:
            %s
            replicas: []
            populations:
              - {id: "{city}", per: city, where: {countries: [DE, FR, NL, "NO", PL], largest: 30}, access: sa-midband, upf: local}
            apps:
              - {id: chat, model: llama-3.1-8b, class: PER, arrivals: {rate: 1 /s}, prompt: 600, output: 200, slo: {ttft: 1 s}}
              - {id: health, model: llama-3.1-8b, class: SPC, sector: health, arrivals: {rate: 1 /s}, prompt: 600, output: 200, slo: {ttft: 1 s}}
              - {id: public, model: llama-3.1-8b, class: PER, sector: public, arrivals: {rate: 1 /s}, prompt: 600, output: 200, slo: {ttft: 1 s}, data: {tenant: {country: DE, minSeal: 2, minUal: 2}}}
              - {id: plant, model: llama-3.1-8b, class: INT, sector: industry, arrivals: {rate: 1 /s}, prompt: 600, output: 200, slo: {ttft: 1 s}}
            sovereignty:
              asOf: 2028-01-01   # all eighteen rules are in force
              packs: [eu-2026]
              mode: enforce
              changes: [%s]
            policies: [nearest]
            """;

    private LawBenchScenario() {}

    /** With so many sites, whose law, or whose cloud's owner, turns to and fro so often. */
    static Scenario of(int sites, int lawChanges, int ownerChanges) {
        String text = TEXT.formatted(
                IntStream.range(0, sites).mapToObj(LawBenchScenario::site).collect(Collectors.joining("\n")),
                IntStream.range(0, lawChanges + ownerChanges)
                        .mapToObj(i -> i < lawChanges ? lawChange(i) : ownerChange(i))
                        .collect(Collectors.joining(", ")));
        return new ScenarioReader(KnownPolicies.of(PolicySet.shipped()))
                .read("bench-law", text, List.of(), Path.of("."));
    }

    /** Every tenth is a region of a foreign cloud, every third logs to a service. */
    private static String site(int number) {
        String operator = number % 10 == 9 ? "cloud" : "telco-{country}";
        String uses = number % 3 == 0 ? ", uses: {logs: %s}".formatted(number % 2 == 0 ? "logs" : "eu-logs") : "";
        return ("  - {id: s%05d, city: %s, operator: \"%s\", tier: near-edge, accelerators: {L40S: 1}, encryption: e2e,"
                        + " custody: {keys: \"{country}\", logs: \"{country}\", support: \"{country}\", certificates: [C5-T2, HDS]}%s,"
                        + " ual: 3, seal: 3, serve: [{model: llama-3.1-8b, precision: fp8}]}")
                .formatted(number, CITIES.get(number % CITIES.size()), operator, uses);
    }

    private static String lawChange(int number) {
        return "{at: %d s, %s: {ADEQUATE: CH}}".formatted(number + 1, number % 2 == 0 ? "withdraw" : "admit");
    }

    private static String ownerChange(int number) {
        String owner = number % 2 == 0 ? "FR" : "US";
        return "{at: %d s, operators: [{id: cloud, seat: US, owners: [{of: %s, share: 1}]}]}"
                .formatted(number + 1, owner);
    }
}
