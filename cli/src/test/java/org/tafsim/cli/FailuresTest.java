package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Terminal;
import org.tafsim.kernel.InvariantViolation;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailuresTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new InvalidInputException("no such thing."), ExitCodes.INVALID_INPUT, "no such thing."),
                Arguments.of(new IOException("No space left on device"), ExitCodes.FAILED, "No space left on device"),
                Arguments.of(
                        new UncheckedIOException("cannot write x.", new IOException("No space left on device")),
                        ExitCodes.FAILED,
                        "cannot write x. No space left on device"),
                Arguments.of(
                        new InvariantViolation("INV-1", 7, "1 is not 2"),
                        ExitCodes.INTERNAL,
                        "INV-1 at 7 ns: 1 is not 2"),
                Arguments.of(new IllegalStateException("oops"), ExitCodes.INTERNAL, "oops"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void eachFailureHasItsExitCodeAndAMessageWithoutStackTrace(Exception failure, int code, String message) {
        Said said = failing(failure, "fail");

        assertThat(said.code()).isEqualTo(code);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void debugShowsWhereItHappened() {
        assertThat(failing(new IllegalStateException("oops"), "fail", "--debug").err())
                .contains("\tat ", "FailuresTest");
    }

    private static Said failing(Exception failure, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = Terminal.of(new ByteArrayOutputStream(), err);
        CommandLine line = Commands.line(terminal);
        line.addSubcommand(new Failing(failure));
        line.setExecutionExceptionHandler(new Failures(terminal));
        int code = terminal.close(line.execute(args));
        return new Said(code, "", err.toString(StandardCharsets.UTF_8));
    }

    @Command(name = "fail")
    private static final class Failing implements Callable<Integer> {
        private final Exception failure;

        Failing(Exception failure) {
            this.failure = failure;
        }

        @Override
        public Integer call() throws Exception {
            throw failure;
        }
    }
}
