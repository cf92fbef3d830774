package org.tafsim.cli.rules;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.Words;
import org.tafsim.model.Condition;
import org.tafsim.model.Stage;
import org.tafsim.scenario.PackedRule;
import org.tafsim.scenario.RulePack;
import org.tafsim.scenario.RulePacks;
import org.tafsim.scenario.source.Suggestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says in plain words what a rule asks. */
@Command(
        name = "explain",
        header = "Say in plain words what a rule asks.",
        description =
                "Say in plain words who must do what where, on which text that stands, and what the model leaves out. "
                        + "A rule that packs word differently is explained for each of them.%n",
        footer = {
            "  tafsim rules explain R05-health-de",
            "  tafsim rules explain R01-gdpr-transfer --pack eu-2026",
            "  tafsim rules explain my-rule --pack my-pack.yaml"
        })
final class RulesExplainCommand implements Runnable {

    private final Terminal terminal;
    private final RulePacks packs = new RulePacks();

    @Parameters(paramLabel = "RULE", description = "Its id, as tafsim rules list PACK shows it.")
    private String id = "";

    @Option(
            names = "--pack",
            paramLabel = "PACK",
            description = "A pack, or a file that ends in .yaml; all packs where left out.")
    private @Nullable String pack;

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    RulesExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        explain(id);
    }

    /** Explains a rule, wherever it is worded. */
    void explain(String wanted) {
        id = wanted;
        List<RulePack> searched = (pack == null ? RulePacks.NAMES : List.of(pack))
                .stream().map(packs::read).toList();
        Map<PackedRule, RulePack> found = new LinkedHashMap<>();
        for (RulePack one : searched) {
            (pack == null ? one.rules() : one.all())
                    .stream().filter(rule -> rule.rule().id().equals(id)).forEach(rule -> found.put(rule, one));
        }
        if (found.isEmpty()) {
            List<String> known = searched.stream()
                    .flatMap(one -> one.all().stream())
                    .map(rule -> rule.rule().id())
                    .toList();
            throw new InvalidInputException("no rule is called '%s'.%s"
                    .formatted(
                            id,
                            Suggestions.maybe(id, known)
                                    .map(maybe -> " " + maybe)
                                    .orElse("")));
        }
        if (isJson) {
            List<Map<String, Object>> facts = new ArrayList<>();
            found.forEach((rule, from) -> facts.add(facts(rule, from)));
            Json.print(terminal.out(), facts);
            return;
        }
        found.forEach(this::explain);
        terminal.out().println(RulesCommand.NOTICE);
    }

    private void explain(PackedRule rule, RulePack from) {
        PrintWriter out = terminal.out();
        out.println(terminal.outAnsi().string("@|bold " + rule.rule().id() + "|@") + " in " + from.id() + " "
                + from.version());
        line("stands on", rule.rule().anchor());
        line(
                "status",
                Words.wordOf(rule.rule().status()) + ", mode "
                        + Words.wordOf(rule.rule().mode()));
        line("in force", days(rule));
        line("verified on", rule.verifiedOn().map(String::valueOf).orElse("never") + ", reviewer " + from.reviewer());
        line("checked at", stages(rule));
        RuleWording wording = new RuleWording(new CountryWording(packs.countrySets()));
        outline("Where", condition(wording, rule.rule().when(), "- always"));
        outline(
                "this must hold, and must be known to hold",
                condition(wording, rule.rule().need(), "- nothing"));
        if (!rule.rule().duties().isEmpty()) {
            outline(
                    "and whoever acts must",
                    rule.rule().duties().stream().map(wording::duty).toList());
        }
        rule.conflictsWith().forEach(known -> line("contradicts", known.id() + ": " + known.resolve()));
        rule.notice().ifPresent(notice -> line("left out", notice));
        out.println();
    }

    private Map<String, Object> facts(PackedRule rule, RulePack from) {
        RuleWording wording = new RuleWording(new CountryWording(packs.countrySets()));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("pack", from.id());
        facts.put("pack_version", from.version());
        facts.put("rule", RulesListCommand.RuleEntry.of(rule));
        facts.put("where", condition(wording, rule.rule().when(), "- always"));
        facts.put("must_hold", condition(wording, rule.rule().need(), "- nothing"));
        facts.put("duties", rule.rule().duties().stream().map(wording::duty).toList());
        facts.put(
                "contradicts",
                rule.conflictsWith().stream().map(known -> known.id()).toList());
        facts.put("notice", RulesCommand.NOTICE);
        return facts;
    }

    private static List<String> condition(RuleWording wording, Condition condition, String none) {
        List<String> lines = wording.condition(condition);
        return lines.isEmpty() ? List.of(none) : lines;
    }

    private static String days(PackedRule rule) {
        List<String> days = new ArrayList<>();
        rule.from().ifPresent(day -> days.add("from " + day));
        rule.until().ifPresent(day -> days.add("until " + day));
        return days.isEmpty() ? "no dates stated" : String.join(" ", days);
    }

    private static String stages(PackedRule rule) {
        return rule.rule().stages().stream()
                .map(stage -> stage.word() + " " + name(stage))
                .collect(Collectors.joining(", "));
    }

    private static String name(Stage stage) {
        String word = Words.wordOf(stage);
        return word.substring(word.indexOf('-') + 1).replace('-', ' ');
    }

    private void line(String what, String text) {
        terminal.printWrapped("  %-12s ".formatted(what), text);
    }

    private void outline(String heading, List<String> lines) {
        terminal.out().println("  " + heading);
        for (String line : lines) {
            int text = line.indexOf("- ") + 2;
            terminal.printWrapped("    " + line.substring(0, text), line.substring(text));
        }
    }
}
