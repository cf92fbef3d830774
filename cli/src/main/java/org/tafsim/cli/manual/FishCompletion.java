package org.tafsim.cli.manual;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for fish: for each command what may follow it, under the condition that it is the one being typed. */
final class FishCompletion {

    private static final String HEAD = """
            # Completion of tafsim for fish.

            # Whether these are the commands typed so far, in their order, and none of the others follows.
            function __tafsim_at
                set -l wanted (string split -n ' ' -- $argv[1])
                set -l further (string split -n ' ' -- $argv[2])
                set -l typed (commandline -opc)
                set -e typed[1]
                for word in $typed
                    if test (count $wanted) -gt 0; and test "$word" = "$wanted[1]"
                        set -e wanted[1]
                    else if test (count $wanted) -eq 0; and contains -- $word $further
                        return 1
                    end
                end
                test (count $wanted) -eq 0
            end

            complete -c tafsim -f
            """;

    private final StringBuilder script = new StringBuilder(HEAD);

    private FishCompletion() {}

    static String script(CommandLine root) {
        FishCompletion completion = new FishCompletion();
        completion.add(root, "");
        return completion.script.toString();
    }

    private void add(CommandLine command, String path) {
        CommandSpec spec = command.getCommandSpec();
        List<CommandLine> subcommands = CommandText.visible(command);
        String further = String.join(
                " ", subcommands.stream().map(CommandLine::getCommandName).toList());
        String condition = "__tafsim_at '%s' '%s'".formatted(path, further);
        script.append('\n');
        for (CommandLine sub : subcommands) {
            complete(condition, "-a " + quoted(sub.getCommandName()), new CommandText(sub).header());
        }
        spec.options().stream().filter(option -> !option.hidden()).forEach(option -> addOption(condition, option));
        spec.positionalParameters().forEach(parameter -> addParameter(condition, parameter));
        subcommands.forEach(sub -> add(sub, (path + " " + sub.getCommandName()).strip()));
    }

    private void addOption(String condition, OptionSpec option) {
        StringBuilder words = new StringBuilder();
        for (String name : option.names()) {
            words.append(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                    .append(' ');
        }
        boolean hasValue = option.arity().min() > 0;
        complete(condition, words + (hasValue ? values(option) : ""), String.join(" ", option.description()));
    }

    private void addParameter(String condition, PositionalParamSpec parameter) {
        if (isFile(parameter)) {
            complete(condition, "-F", "");
        } else if (!candidates(parameter).isEmpty()) {
            complete(condition, "-a " + quoted(String.join(" ", candidates(parameter))), "");
        }
    }

    private static String values(ArgSpec argument) {
        if (isFile(argument)) {
            return "-r -F";
        }
        List<String> candidates = candidates(argument);
        if (candidates.isEmpty()) {
            return "-x";
        }
        boolean isList = !argument.splitRegex().isEmpty();
        String words = String.join(" ", candidates);
        return "-x -a " + quoted(isList ? "(__fish_append , " + words + ")" : words);
    }

    private static boolean isFile(ArgSpec argument) {
        return List.of(argument.typeInfo().getType(), argument.auxiliaryTypes()[0]).stream()
                .anyMatch(type -> type.equals(Path.class) || type.equals(File.class));
    }

    private static List<String> candidates(ArgSpec argument) {
        Iterable<String> candidates = argument.completionCandidates();
        return candidates == null
                ? List.of()
                : StreamSupport.stream(candidates.spliterator(), false).toList();
    }

    private void complete(String condition, String what, String description) {
        script.append("complete -c tafsim -n ")
                .append(quoted(condition))
                .append(' ')
                .append(what.strip());
        if (!description.isEmpty()) {
            script.append(" -d ").append(quoted(description.replace("%n", "")));
        }
        script.append('\n');
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
