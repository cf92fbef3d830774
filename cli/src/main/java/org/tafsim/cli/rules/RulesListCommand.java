package org.tafsim.cli.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.cli.console.Words;
import org.tafsim.model.Stage;
import org.tafsim.scenario.PackedRule;
import org.tafsim.scenario.RulePack;
import org.tafsim.scenario.RulePacks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists packs, or the rules of one. */
@Command(
        name = "list",
        header = "List rule packs, or the rules of one.",
        description =
                "List the rule packs a scenario can name, or the rules of one, those of the packs it extends among them.%n",
        footer = {"  tafsim rules list", "  tafsim rules list eu-2026", "  tafsim rules list de --json"})
final class RulesListCommand implements Runnable {

    private final Terminal terminal;
    private final RulePacks packs = new RulePacks();

    @Parameters(
            arity = "0..1",
            paramLabel = "PACK",
            completionCandidates = PackNames.class,
            description = "One of ${COMPLETION-CANDIDATES}, or a file that ends in .yaml.")
    private @Nullable String pack;

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    RulesListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        if (pack == null) {
            printPacks(RulePacks.NAMES.stream().map(packs::read).toList());
        } else {
            printRules(packs.read(pack));
        }
        if (!isJson) {
            terminal.out().println();
            terminal.out().println(RulesCommand.NOTICE);
        }
    }

    private void printPacks(List<RulePack> all) {
        if (isJson) {
            Json.print(terminal.out(), all.stream().map(PackEntry::of).toList());
            return;
        }
        TextTable table = TextTable.of("pack", "rules#", "extends", "verified on", "reviewer", "what it holds");
        all.forEach(one -> table.add(
                one.id(),
                String.valueOf(one.all().size()),
                String.join(", ", one.bases()),
                one.verifiedOn().map(String::valueOf).orElse("never"),
                one.reviewer(),
                one.description()));
        table.print(terminal.out(), terminal.outAnsi());
    }

    private void printRules(RulePack one) {
        if (isJson) {
            Json.print(terminal.out(), one.all().stream().map(RuleEntry::of).toList());
            return;
        }
        TextTable table = TextTable.of("rule", "status", "mode", "stages", "anchor");
        one.all()
                .forEach(rule -> table.add(
                        rule.rule().id(),
                        status(rule),
                        Words.wordOf(rule.rule().mode()),
                        stages(rule),
                        rule.rule().anchor()));
        table.print(terminal.out(), terminal.outAnsi());
    }

    private static String status(PackedRule rule) {
        String from = rule.from().map(day -> " from " + day).orElse("");
        String until = rule.until().map(day -> " until " + day).orElse("");
        return Words.wordOf(rule.rule().status()) + from + until;
    }

    private static String stages(PackedRule rule) {
        return rule.rule().stages().stream().map(Stage::word).collect(Collectors.joining(" "));
    }

    /** A pack as JSON shows it. */
    record PackEntry(
            String id,
            String version,
            String description,
            String verifiedOn,
            String reviewer,
            List<String> bases,
            int rules,
            String notice) {
        static PackEntry of(RulePack pack) {
            return new PackEntry(
                    pack.id(),
                    pack.version(),
                    pack.description(),
                    pack.verifiedOn().map(String::valueOf).orElse(""),
                    pack.reviewer(),
                    pack.bases(),
                    pack.all().size(),
                    RulesCommand.NOTICE);
        }
    }

    /** A rule as JSON shows it. */
    record RuleEntry(
            String id,
            String anchor,
            String status,
            String mode,
            List<String> stages,
            String from,
            String until,
            String verifiedOn,
            String notice,
            int vectors) {
        static RuleEntry of(PackedRule rule) {
            return new RuleEntry(
                    rule.rule().id(),
                    rule.rule().anchor(),
                    Words.wordOf(rule.rule().status()),
                    Words.wordOf(rule.rule().mode()),
                    rule.rule().stages().stream().map(Stage::word).toList(),
                    rule.from().map(String::valueOf).orElse(""),
                    rule.until().map(String::valueOf).orElse(""),
                    rule.verifiedOn().map(String::valueOf).orElse(""),
                    rule.notice().orElse(""),
                    rule.vectors().size());
        }
    }

    /** For help and completion. */
    static final class PackNames extends ArrayList<String> {
        PackNames() {
            super(RulePacks.NAMES);
        }
    }
}
