package org.tafsim.cli.manual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a command says of itself in its help, without layout. */
public final class CommandText {

    private final CommandLine command;
    private final CommandSpec spec;
    private final Help help;

    CommandText(CommandLine command) {
        this.command = command;
        spec = command.getCommandSpec();
        help = new Help(spec, Help.defaultColorScheme(Ansi.OFF));
    }

    /**
     * Something with its meaning.
     *
     * @param term such as {@code --seed=N}
     * @param meaning one sentence or more; may be empty
     */
    public record Entry(String term, String meaning) {}

    /** All commands that people see, each before its subcommands. */
    public static List<CommandText> all(CommandLine root) {
        List<CommandText> all = new ArrayList<>();
        all.add(new CommandText(root));
        visible(root).forEach(sub -> all.addAll(all(sub)));
        return all;
    }

    /** E.g. {@code tafsim results diff}. */
    public String name() {
        return spec.qualifiedName();
    }

    /** What it is for, in one sentence where it has a header. */
    public String header() {
        String header = plain(spec.usageMessage().header());
        return header.isEmpty() ? description() : header;
    }

    /** What it does; may repeat the header. */
    public String description() {
        return plain(spec.usageMessage().description());
    }

    /** How it is called. */
    public String synopsis() {
        return help.synopsis(0).strip().replaceAll("\\s+", " ");
    }

    public List<Entry> parameters() {
        return spec.positionalParameters().stream()
                .filter(parameter -> !parameter.hidden())
                .map(parameter -> new Entry(label(parameter), plain(parameter.description())))
                .toList();
    }

    /** Options in the order of their long names; those that every command has come last. */
    public List<Entry> options() {
        List<OptionSpec> options = new ArrayList<>();
        spec.options().stream().filter(option -> !option.hidden()).forEach(options::add);
        options.sort((a, b) -> {
            int byPlace = Boolean.compare(isCommon(a), isCommon(b));
            return byPlace == 0 ? a.longestName().compareTo(b.longestName()) : byPlace;
        });
        return options.stream()
                .map(option ->
                        new Entry(String.join(", ", option.names()) + label(option), plain(option.description())))
                .toList();
    }

    private static boolean isCommon(OptionSpec option) {
        return option.inherited() || option.usageHelp() || option.versionHelp();
    }

    public List<Entry> subcommands() {
        return visible(command).stream()
                .map(CommandText::new)
                .map(sub -> new Entry(sub.name(), sub.header()))
                .toList();
    }

    public List<Entry> exitCodes() {
        Map<String, String> codes = spec.usageMessage().exitCodeList();
        return codes.entrySet().stream()
                .map(code -> new Entry(code.getKey().strip(), code.getValue()))
                .toList();
    }

    /** Lines to copy. */
    public List<String> examples() {
        return Arrays.stream(spec.usageMessage().footer()).map(String::strip).toList();
    }

    private String label(ArgSpec argument) {
        return help.parameterLabelRenderer()
                .renderParameterLabel(argument, Ansi.OFF, List.of())
                .toString();
    }

    /** Subcommands that people see. */
    static List<CommandLine> visible(CommandLine command) {
        return command.getSubcommands().values().stream()
                .filter(sub -> !sub.getCommandSpec().usageMessage().hidden())
                .toList();
    }

    private static String plain(String[] lines) {
        return Arrays.stream(lines)
                .map(line -> String.format(Locale.ROOT, line).strip())
                .collect(Collectors.joining(" "))
                .strip();
    }
}
