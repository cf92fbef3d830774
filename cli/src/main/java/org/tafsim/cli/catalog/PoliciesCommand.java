package org.tafsim.cli.catalog;

import java.util.List;
import java.util.Optional;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.cli.plugin.OpenPolicies;
import org.tafsim.cli.plugin.PolicyOptions;
import org.tafsim.policies.Origin;
import org.tafsim.policies.PolicySet;
import org.tafsim.policy.HarvestPolicyType;
import org.tafsim.policy.PolicyType;
import org.tafsim.policy.RoutingPolicyType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the placement policies, or those that say what layer 1 leaves to AI. */
@Command(
        name = "policies",
        description = "List the policies a scenario can name, for placement or for harvest: id, rule, source.",
        footer = {"  tafsim policies", "  tafsim policies --harvest", "  tafsim policies --json"})
public final class PoliciesCommand implements Runnable {

    private final Terminal terminal;

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    @Option(names = "--harvest", description = "Those that decide what RAN keeps of a card that AI shares.")
    private boolean isHarvest;

    @Mixin
    private PolicyOptions policyOptions = new PolicyOptions();

    public PoliciesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        try (OpenPolicies policies = policyOptions.open(terminal)) {
            if (isHarvest) {
                print(HarvestPolicyType.class, policies.set());
            } else {
                print(RoutingPolicyType.class, policies.set());
            }
        }
    }

    private <T extends PolicyType<?>> void print(Class<T> kind, PolicySet policies) {
        List<T> types = policies.all(kind);
        if (isJson) {
            Json.print(
                    terminal.out(),
                    types.stream()
                            .map(type -> PolicyEntry.of(type, policies.originOf(kind, type.id())))
                            .toList());
            return;
        }
        TextTable table = TextTable.of("policy", "rule", "source");
        for (T type : types) {
            String plugin = policies.originOf(kind, type.id())
                    .map(origin -> "; plug-in " + origin)
                    .orElse("");
            table.add(type.id(), type.rule() + parameters(type), type.source() + plugin);
        }
        table.print(terminal.out(), terminal.outAnsi());
    }

    private static String parameters(PolicyType<?> type) {
        List<String> names = type.parameterNames();
        return names.isEmpty() ? "" : " Takes " + String.join(", ", names) + ".";
    }

    /** A policy as JSON shows it. */
    record PolicyEntry(String id, String rule, String source, List<String> parameters, Optional<Origin> plugin) {
        static PolicyEntry of(PolicyType<?> type, Optional<Origin> plugin) {
            return new PolicyEntry(type.id(), type.rule(), type.source(), type.parameterNames(), plugin);
        }
    }
}
