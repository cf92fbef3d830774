package org.tafsim.cli.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.cli.plugin.OpenPolicies;
import org.tafsim.cli.plugin.PolicyOptions;
import org.tafsim.policies.Origin;
import org.tafsim.policies.PolicySet;
import org.tafsim.policy.PolicyType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the policies of a kind, or of all. */
@Command(
        name = "policies",
        description = "List the policies a scenario can name: id, rule, source.",
        footer = {"  tafsim policies", "  tafsim policies --kind scaling", "  tafsim policies --kind all --json"})
public final class PoliciesCommand implements Runnable {

    private static final String ALL = "all";

    private final Terminal terminal;

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "routing",
            completionCandidates = Kinds.class,
            description = "What they decide: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private String kind = "routing";

    @Mixin
    private PolicyOptions policyOptions = new PolicyOptions();

    public PoliciesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        List<Class<? extends PolicyType<?>>> kinds = PolicySet.kinds().stream()
                .filter(one -> kind.equals(ALL) || kind.equals(PolicySet.word(one)))
                .toList();
        if (kinds.isEmpty()) {
            throw new InvalidInputException("--kind: there are no %s policies; expected one of %s."
                    .formatted(kind, String.join(", ", new Kinds())));
        }
        try (OpenPolicies policies = policyOptions.open(terminal)) {
            if (isJson) {
                printJson(kinds, policies.set());
            } else {
                kinds.forEach(one -> print(one, policies.set(), kinds.size() > 1));
            }
        }
    }

    private void printJson(List<Class<? extends PolicyType<?>>> kinds, PolicySet policies) {
        List<PolicyEntry> entries = new ArrayList<>();
        for (Class<? extends PolicyType<?>> one : kinds) {
            for (PolicyType<?> type : policies.all(one)) {
                entries.add(PolicyEntry.of(PolicySet.word(one), type, policies.originOf(one, type.id())));
            }
        }
        Json.print(terminal.out(), entries);
    }

    private <T extends PolicyType<?>> void print(Class<T> one, PolicySet policies, boolean isTitled) {
        TextTable table = TextTable.of(isTitled ? PolicySet.word(one) : "policy", "rule", "source");
        for (T type : policies.all(one)) {
            String plugin = policies.originOf(one, type.id())
                    .map(origin -> "; plug-in " + origin)
                    .orElse("");
            table.add(type.id(), type.rule() + parameters(type), type.source() + plugin);
        }
        table.print(terminal.out(), terminal.outAnsi());
        if (isTitled) {
            terminal.out().println();
        }
    }

    private static String parameters(PolicyType<?> type) {
        List<String> names = type.parameterNames();
        return names.isEmpty() ? "" : " Takes " + String.join(", ", names) + ".";
    }

    /** A policy as JSON shows it. */
    record PolicyEntry(
            String kind, String id, String rule, String source, List<String> parameters, Optional<Origin> plugin) {
        static PolicyEntry of(String kind, PolicyType<?> type, Optional<Origin> plugin) {
            return new PolicyEntry(kind, type.id(), type.rule(), type.source(), type.parameterNames(), plugin);
        }
    }

    /** Words for {@code --kind}. */
    static final class Kinds extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Kinds() {
            PolicySet.kinds().forEach(one -> add(PolicySet.word(one)));
            add(ALL);
        }
    }
}
