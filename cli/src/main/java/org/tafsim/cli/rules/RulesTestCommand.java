package org.tafsim.cli.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.cli.console.Words;
import org.tafsim.scenario.PackedRule;
import org.tafsim.scenario.RulePack;
import org.tafsim.scenario.RulePacks;
import org.tafsim.scenario.RuleVector;
import org.tafsim.sovereignty.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the test vectors of packs. */
@Command(
        name = "test",
        header = "Run the test vectors of rule packs.",
        description =
                "Put the test vectors of packs to their rules: cases, and the verdict worked by hand. Ends with 1 where a "
                        + "rule says something else, with 3 where a pack cannot be read.%n",
        footer = {"  tafsim rules test", "  tafsim rules test eu-2026 de", "  tafsim rules test my-pack.yaml --json"})
final class RulesTestCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final RulePacks packs = new RulePacks();

    @Parameters(
            arity = "0..*",
            paramLabel = "PACK",
            completionCandidates = RulesListCommand.PackNames.class,
            description = "Packs, or files that end in .yaml; all packs of the catalog where left out.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    RulesTestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What came of a pack. */
    record PackResult(String pack, int rules, int vectors, int untested, List<Failure> failures) {}

    /** A vector whose rule says something else. */
    record Failure(String rule, String at, String expected, String said) {}

    @Override
    public Integer call() {
        List<PackResult> results = (names.isEmpty() ? RulePacks.NAMES : names)
                .stream().map(packs::read).map(this::test).toList();
        if (isJson) {
            Json.print(terminal.out(), results);
        } else {
            print(results);
        }
        return results.stream().allMatch(result -> result.failures().isEmpty()) ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private PackResult test(RulePack pack) {
        List<Failure> failures = new ArrayList<>();
        int vectors = 0;
        int untested = 0;
        for (PackedRule rule : pack.rules()) {
            vectors += rule.vectors().size();
            untested += rule.vectors().isEmpty() ? 1 : 0;
            for (RuleVector vector : rule.vectors()) {
                Verdict said = vector.verdict(rule.rule(), packs.regimes());
                if (said != vector.expect()) {
                    String at = vector.at().file() + ":" + vector.at().line() + ":"
                            + vector.at().column();
                    failures.add(new Failure(rule.rule().id(), at, Words.wordOf(vector.expect()), Words.wordOf(said)));
                }
            }
        }
        return new PackResult(pack.id(), pack.rules().size(), vectors, untested, failures);
    }

    private void print(List<PackResult> results) {
        for (PackResult result : results) {
            result.failures()
                    .forEach(failure -> terminal.out()
                            .println("%s: %s expected %s, says %s"
                                    .formatted(failure.at(), failure.rule(), failure.expected(), failure.said())));
        }
        TextTable table = TextTable.of("pack", "own rules#", "vectors#", "failed#", "rules without#");
        results.forEach(result -> table.add(
                result.pack(),
                String.valueOf(result.rules()),
                String.valueOf(result.vectors()),
                String.valueOf(result.failures().size()),
                String.valueOf(result.untested())));
        table.print(terminal.out(), terminal.outAnsi());
        terminal.out().println();
        terminal.out().println(RulesCommand.NOTICE);
    }
}
