package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tafsim.cli.console.Terminal;

/** What the documents tell people to type is understood, and the files they name are there. */
class DocumentedCommandsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern CODE = Pattern.compile("^\\| (\\d+) \\| (.+) \\|$");

    static Stream<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        for (String document : List.of("README.md", "CONTRIBUTING.md", "scenarios/edge-vs-cloud.yaml")) {
            for (String line : Files.readAllLines(ROOT.resolve(document))) {
                String text = line.replaceFirst("^#", "").strip();
                if (text.startsWith("./tafsim ") || text.startsWith("tafsim run ")) {
                    commands.add(text.split("   ", 2)[0]); // a remark may follow
                }
            }
        }
        return commands.stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyDocumentedCommandIsUnderstood(String command) {
        List<String> args = new ArrayList<>();
        Matcher words = WORD.matcher(command.substring(command.indexOf(' ') + 1));
        while (words.find()) {
            args.add(words.group(1) == null ? words.group(2) : words.group(1));
        }

        Commands.line(Terminal.of(OutputStream.nullOutputStream(), OutputStream.nullOutputStream()))
                .parseArgs(args.toArray(new String[0]));

        assertThat(args.stream().filter(arg -> arg.startsWith("scenarios/")))
                .allSatisfy(file -> assertThat(ROOT.resolve(file)).exists());
    }

    @Test
    void theReadmeListsTheExitCodesOfTheHelp() throws IOException {
        String help = Said.by("--help").out();

        List<Matcher> rows = Files.readAllLines(ROOT.resolve("README.md")).stream()
                .map(CODE::matcher)
                .filter(Matcher::matches)
                .toList();

        assertThat(rows)
                .hasSize(8)
                .allSatisfy(row -> assertThat(help)
                        .containsPattern("(?m)^\\s+" + row.group(1) + "\\s+" + Pattern.quote(row.group(2)) + "$"));
    }
}
