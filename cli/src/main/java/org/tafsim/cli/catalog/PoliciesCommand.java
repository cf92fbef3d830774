package org.tafsim.cli.catalog;

import java.util.List;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.policies.ShippedPolicies;
import org.tafsim.policy.RoutingPolicyType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the placement policies. */
@Command(
        name = "policies",
        description = "List the placement policies a scenario can name: id, rule, source.",
        footer = {"  tafsim policies", "  tafsim policies --json"})
public final class PoliciesCommand implements Runnable {

    private final Terminal terminal;

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    public PoliciesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        if (isJson) {
            Json.print(
                    terminal.out(),
                    ShippedPolicies.all().stream().map(PolicyEntry::of).toList());
            return;
        }
        TextTable table = TextTable.of("policy", "rule", "source");
        for (RoutingPolicyType type : ShippedPolicies.all()) {
            table.add(type.id(), type.rule() + parameters(type), type.source());
        }
        table.print(terminal.out(), terminal.outAnsi());
    }

    private static String parameters(RoutingPolicyType type) {
        List<String> names = type.parameterNames();
        return names.isEmpty() ? "" : " Takes " + String.join(" and ", names) + ".";
    }

    /** A policy as JSON shows it. */
    record PolicyEntry(String id, String rule, String source, List<String> parameters) {
        static PolicyEntry of(RoutingPolicyType type) {
            return new PolicyEntry(type.id(), type.rule(), type.source(), type.parameterNames());
        }
    }
}
