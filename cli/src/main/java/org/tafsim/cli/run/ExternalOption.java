package org.tafsim.cli.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Terminal;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import org.tafsim.plugins.PolicyRouting;
import org.tafsim.plugins.RunRouting;
import org.tafsim.plugins.process.ExternalRouting;
import org.tafsim.policies.PolicySet;
import org.tafsim.policies.external.ExternalPolicyType;
import org.tafsim.scenario.ScenarioReader;
import picocli.CommandLine.Option;

/** Whether programs that a scenario names may be started: it may come from somebody else. */
public final class ExternalOption {

    @Option(
            names = "--allow-external",
            description = "Start the programs that external policies name. Only for files that you trust.")
    private boolean isAllowed;

    /** Whether a policy is decided by a program. */
    public static boolean isExternal(PolicySpec policy) {
        return policy.type().equals(ExternalPolicyType.ID);
    }

    /**
     * Checks.
     *
     * @param policies of a scenario
     * @param isReplayed whose programs are not needed
     * @throws InvalidInputException where a program would be started that may not
     */
    public void check(List<PolicySpec> policies, Predicate<PolicySpec> isReplayed) {
        if (isAllowed) {
            return;
        }
        List<String> commands = policies.stream()
                .filter(policy -> isExternal(policy) && !isReplayed.test(policy))
                .map(policy -> "  policies[%s]: %s"
                        .formatted(policy.label(), policy.parameters().getOrDefault("command", "")))
                .toList();
        if (!commands.isEmpty()) {
            throw new InvalidInputException(
                    "The scenario wants programs to be started:%n%s%nIf you trust them, add --allow-external."
                            .formatted(String.join(System.lineSeparator(), commands)));
        }
    }

    /** Policies of this process, and programs; what these say on the side goes to the terminal. */
    public static RunRouting routing(Scenario scenario, Path file, PolicySet policies, Terminal terminal) {
        return new ExternalRouting(
                new PolicyRouting(policies),
                scenario,
                ScenarioReader.folderOf(file.toAbsolutePath()),
                line -> terminal.err().println(line));
    }
}
