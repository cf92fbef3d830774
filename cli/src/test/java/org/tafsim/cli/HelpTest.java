package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import picocli.CommandLine;

class HelpTest {

    static Stream<List<String>> commands() {
        List<List<String>> paths = new ArrayList<>();
        collect(
                Commands.line(Terminal.of(OutputStream.nullOutputStream(), OutputStream.nullOutputStream())),
                List.of(),
                paths);
        return paths.stream();
    }

    private static void collect(CommandLine command, List<String> path, List<List<String>> paths) {
        paths.add(path);
        command.getSubcommands().forEach((name, sub) -> {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            collect(sub, longer, paths);
        });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItselfWithin100Columns(List<String> path) {
        List<String> args = new ArrayList<>(path);
        if (!path.contains("help")) {
            args.add("--help");
        }

        Said said = Said.by(args.toArray(new String[0]));

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("Usage: tafsim");
        assertThat(said.outLines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(TextTable.WIDTH));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandOfOursShowsExitCodesAndExamples(List<String> path) {
        List<String> args = new ArrayList<>(path);
        args.add("--help");

        String help = Said.by(args.toArray(new String[0])).out();

        if (!path.contains("help") && !path.contains("prime")) {
            assertThat(help).contains("Exit codes:", " 3 ", "Examples:", "  tafsim ");
        }
    }

    @Test
    void aCommandLineForItsArgumentsAloneSaysTheSame() {
        for (List<String> args : List.of(
                List.of("--help"),
                List.of("help", "results"),
                List.of("results", "diff", "--help"),
                List.of("polices"))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Terminal terminal = Terminal.of(out, out);
            int code = terminal.close(Commands.lineFor(terminal, args).execute(args.toArray(String[]::new)));

            Said whole = Said.by(args.toArray(String[]::new));

            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(whole.out() + whole.err());
            assertThat(code).isEqualTo(whole.code());
        }
    }

    @Test
    void noCommandAtAllShowsTheHelp() {
        Said said = Said.by();

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("Commands:", "check", "theory");
        assertThat(said.err()).isEmpty();
    }

    @Test
    void anUnknownCommandIsAUsageErrorWithASuggestion() {
        Said said = Said.by("polices");

        assertThat(said.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("polices").contains("Did you mean: tafsim policies");
    }

    @Test
    void anUnknownKernelIsAUsageErrorWithASuggestion() {
        Said said = Said.by("theory", "--kernel", "raddix");

        assertThat(said.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(said.err()).contains("calendar, radix, heap, ssj", "Maybe 'radix'?");
    }
}
