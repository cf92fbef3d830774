package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.manual.CommandText;

/** Manual pages, completion and the reference say what the commands say. */
class ManualTest {

    private static final Path REFERENCE = Path.of("../docs/reference/commands.md");

    @TempDir
    private static Path folder = Path.of("");

    private static Path bash = Path.of("");

    @BeforeAll
    static void writeAll() {
        Said said = Said.by("man", "--out", folder.toString());
        assertThat(said.code()).as(said.err()).isZero();
        bash = folder.resolve("bash-completion/completions/tafsim");
    }

    private static List<CommandText> commands() {
        return CommandText.all(
                Commands.line(Terminal.of(OutputStream.nullOutputStream(), OutputStream.nullOutputStream())));
    }

    @Test
    void everyCommandHasAPageThatManCanRead() throws IOException {
        assertThat(bash).content().isEqualTo(Said.by("completion", "bash").out());
        assertThat(folder.resolve("fish/vendor_completions.d/tafsim.fish"))
                .content()
                .isEqualTo(Said.by("completion", "fish").out());
        try (Stream<Path> pages = Files.list(folder.resolve("man/man1"))) {
            assertThat(pages).hasSameSizeAs(commands()).allSatisfy(page -> {
                assertThat(page.getFileName().toString()).matches("tafsim[a-z0-9-]*\\.1");
                List<String> lines = Files.readAllLines(page);
                assertThat(lines.get(0)).matches("\\.TH \\S+ 1 \"\" \"tafsim .*\" \"tafsim\"");
                assertThat(lines).contains(".SH \"NAME\"", ".SH \"SYNOPSIS\"", ".SH \"OPTIONS\"");
                assertThat(lines)
                        .filteredOn(line -> line.startsWith("."))
                        .allMatch(line -> line.matches("\\.(TH|SH|TP|BR|nf|fi)( .*)?"));
                assertThat(lines).noneMatch(line -> line.startsWith("'") || line.contains("%n"));
            });
        }
    }

    @Test
    void onePageIsPrintedForItsWords() {
        Said said = Said.by("man", "results", "diff");
        Said unknown = Said.by("man", "results", "dif");

        assertThat(said.out()).startsWith(".TH TAFSIM\\-RESULTS\\-DIFF 1").contains("\\fB\\-\\-json\\fR");
        assertThat(unknown.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(unknown.err()).contains("tafsim results diff");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tafsim ru;                         run rules",
                "tafsim results d;                  diff",
                "tafsim run --pol;                  --policies",
                "tafsim run --policies nea;         nearest",
                "tafsim run --policies random,lat;  random,latency-greedy",
                "tafsim run --kernel h;             heap",
                "tafsim run ../scenarios/hel;       ../scenarios/hello.yaml",
                "tafsim catalog acc;                accelerators accesses"
            })
    void bashCompletesCommandsOptionsNamesAndFiles(String typed, String expected) throws Exception {
        Said said = new Shell(Path.of("").toAbsolutePath())
                .run(List.of("bash", "-c", """
                . "$0"; COMP_WORDS=(%s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _complete_tafsim 2>/dev/null
                echo "${COMPREPLY[*]}"
                """.formatted(typed), bash.toString()));

        assertThat(said.out().strip()).isEqualTo(expected);
    }

    @Test
    void fishIsToldEveryCommandAndOption() {
        String script = Said.by("completion", "fish").out();

        assertThat(commands()).allSatisfy(command -> {
            String path = command.name().replaceFirst("^tafsim ?", "");
            assertThat(script).contains("__tafsim_at \\'" + path + "\\'");
        });
        assertThat(script)
                .contains("-l policies -x -a '(__fish_append , ", "-a 'run' -d 'Simulate a scenario")
                .doesNotContain("%n", "prime");
    }

    @Test
    void theReferenceIsWhatTheCommandsSay() throws IOException {
        String reference = commands().stream()
                .map(ManualTest::markdown)
                .collect(Collectors.joining("\n", """
                # Commands

                All commands with their options, from their own help. Written by `mvn -pl cli test -Dtest=ManualTest \
                -Dtafsim.reference=write`; a test holds it against the program. How they look in a terminal: [terminal](../terminal.md).

                """.replace("\\\n", ""), ""));
        if (System.getProperty("tafsim.reference", "").equals("write")) {
            Files.createDirectories(REFERENCE.getParent());
            Files.writeString(REFERENCE, reference);
        }

        assertThat(REFERENCE).content().isEqualTo(reference);
    }

    private static String markdown(CommandText command) {
        StringBuilder page = new StringBuilder();
        page.append("## ").append(command.name()).append("\n\n");
        page.append(command.header()).append("\n\n");
        if (!command.description().isEmpty() && !command.description().equals(command.header())) {
            page.append(command.description()).append("\n\n");
        }
        page.append("```\n").append(command.synopsis()).append("\n```\n\n");
        page.append(table("argument", command.parameters()));
        page.append(table(
                "option",
                command.options().stream()
                        .filter(option -> !option.term().matches("--debug|-h, --help|-V, --version"))
                        .toList()));
        page.append(table("command", command.subcommands()));
        if (!command.name().contains(" ")) {
            page.append(table("exit code", command.exitCodes()));
        }
        if (!command.examples().isEmpty()) {
            page.append("```\n").append(String.join("\n", command.examples())).append("\n```\n");
        }
        return page.toString();
    }

    private static String table(String heading, List<CommandText.Entry> entries) {
        if (entries.isEmpty()) {
            return "";
        }
        return entries.stream()
                .map(entry -> "| `%s` | %s |\n"
                        .formatted(entry.term(), entry.meaning().replace("|", "\\|")))
                .collect(Collectors.joining("", "| " + heading + " | meaning |\n|---|---|\n", "\n"));
    }
}
