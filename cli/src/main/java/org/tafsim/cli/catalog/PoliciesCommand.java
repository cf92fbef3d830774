package org.tafsim.cli.catalog;

import java.util.List;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.policies.ShippedPolicies;
import org.tafsim.policies.harvest.ShippedHarvestPolicies;
import org.tafsim.policy.PolicyType;
import picocli.CommandLine.Command;
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

    public PoliciesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        List<? extends PolicyType<?>> types = isHarvest ? ShippedHarvestPolicies.all() : ShippedPolicies.all();
        if (isJson) {
            Json.print(terminal.out(), types.stream().map(PolicyEntry::of).toList());
            return;
        }
        TextTable table = TextTable.of("policy", "rule", "source");
        for (PolicyType<?> type : types) {
            table.add(type.id(), type.rule() + parameters(type), type.source());
        }
        table.print(terminal.out(), terminal.outAnsi());
    }

    private static String parameters(PolicyType<?> type) {
        List<String> names = type.parameterNames();
        return names.isEmpty() ? "" : " Takes " + String.join(", ", names) + ".";
    }

    /** A policy as JSON shows it. */
    record PolicyEntry(String id, String rule, String source, List<String> parameters) {
        static PolicyEntry of(PolicyType<?> type) {
            return new PolicyEntry(type.id(), type.rule(), type.source(), type.parameterNames());
        }
    }
}
