package org.tafsim.cli.manual;

import java.util.List;
import java.util.Locale;

/** A command's page for {@code man}: the same words as its help, in the macros of man(7). */
final class ManPage {

    private static final String SECTION = "1";

    private final CommandText command;
    private final StringBuilder roff = new StringBuilder();

    private ManPage(CommandText command) {
        this.command = command;
    }

    /** The name of its file, e.g. {@code tafsim-results-diff.1}. */
    static String fileOf(CommandText command) {
        return pageOf(command.name()) + "." + SECTION;
    }

    /**
     * The page.
     *
     * @param version of the program, e.g. {@code tafsim 0.1.0}
     */
    static String text(CommandText command, String version) {
        ManPage page = new ManPage(command);
        page.write(version);
        return page.roff.toString();
    }

    private static String pageOf(String name) {
        return name.replace(' ', '-');
    }

    private void write(String version) {
        line(".TH " + escaped(pageOf(command.name())).toUpperCase(Locale.ROOT) + " 1 \"\" \"" + escaped(version)
                + "\" \"tafsim\"");
        section("NAME");
        line(escaped(pageOf(command.name())) + " \\- " + escaped(command.header()));
        section("SYNOPSIS");
        text(command.synopsis());
        section("DESCRIPTION");
        text(command.description().isEmpty() ? command.header() : command.description());
        entries("ARGUMENTS", command.parameters());
        entries("OPTIONS", command.options());
        entries("COMMANDS", command.subcommands());
        entries("EXIT STATUS", command.exitCodes());
        examples();
        seeAlso();
    }

    private void entries(String heading, List<CommandText.Entry> entries) {
        if (!entries.isEmpty()) {
            section(heading);
            for (CommandText.Entry entry : entries) {
                line(".TP");
                line("\\fB" + escaped(entry.term()) + "\\fR");
                text(entry.meaning());
            }
        }
    }

    private void examples() {
        if (!command.examples().isEmpty()) {
            section("EXAMPLES");
            line(".nf");
            command.examples().forEach(this::text);
            line(".fi");
        }
    }

    private void seeAlso() {
        String parent = command.name().replaceFirst(" ?[^ ]+$", "");
        if (!parent.isEmpty()) {
            section("SEE ALSO");
            line(".BR " + escaped(pageOf(parent)) + " (" + SECTION + ")");
        }
    }

    private void section(String heading) {
        line(".SH \"" + heading + "\"");
    }

    /** A line of text, which no first character makes a macro. */
    private void text(String text) {
        String escaped = escaped(text);
        line(escaped.startsWith(".") || escaped.startsWith("\\(aq") ? "\\&" + escaped : escaped);
    }

    private void line(String line) {
        roff.append(line).append('\n');
    }

    /** Characters that roff would read or draw otherwise. */
    private static String escaped(String text) {
        return text.replace("\\", "\\(rs")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("`", "\\(ga")
                .replace("^", "\\(ha")
                .replace("~", "\\(ti");
    }
}
