package org.tafsim.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tafsim.report.table.Sparkline;
import picocli.CommandLine.Help.Ansi;

class TerminalTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void resultsAreUtf8() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Terminal terminal = Terminal.of(out, err);

        terminal.out().print("±");
        terminal.close(ExitCodes.OK);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("±");
    }

    @Test
    void resultsThatCannotBeWrittenAreAFailure() {
        Terminal terminal = Terminal.of(failingWith("No space left on device"), err);

        terminal.out().println("result");

        assertThat(terminal.close(ExitCodes.OK)).isEqualTo(ExitCodes.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("No space left on device");
    }

    @Test
    void aReaderThatWentAwayIsNoFailure() {
        Terminal terminal = Terminal.of(failingWith("Broken pipe"), err);

        terminal.out().println("result");

        assertThat(terminal.close(ExitCodes.OK)).isEqualTo(ExitCodes.OK);
        assertThat(err.size()).isZero();
    }

    @Test
    void filesAndPipesGetNoColor() {
        assertThat(Terminal.of(new ByteArrayOutputStream(), err).outAnsi()).isEqualTo(Ansi.OFF);
    }

    @Test
    void theSizeIsWhatSttySaysOrTheUsualOne() {
        assertThat(Terminal.Size.of("50 132")).isEqualTo(new Terminal.Size(50, 132));
        assertThat(Terminal.Size.of("0 0")).isEqualTo(new Terminal.Size(24, 80));
        assertThat(Terminal.Size.of("")).isEqualTo(new Terminal.Size(24, 80));
    }

    @Test
    void filesGetTheSameCurvesWhateverTheLocale() {
        assertThat(Terminal.of(new ByteArrayOutputStream(), err).outSparkline()).isEqualTo(Sparkline.BLOCKS);
    }

    private static OutputStream failingWith(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
