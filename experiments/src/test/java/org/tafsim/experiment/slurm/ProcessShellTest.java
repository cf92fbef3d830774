package org.tafsim.experiment.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProcessShellTest {

    private static final String PATH = "/usr/bin:/bin";

    private final Shell shell = new ProcessShell(PATH, Map.of("GIVEN", "by the test"), Duration.ofSeconds(10));

    @Test
    void handsArgumentsOverAsTheyAre() throws Exception {
        Shell.Answer answer = shell.run(List.of("printf", "%s|", "a b", "*", "$HOME", "\"'"));

        assertThat(answer.out()).isEqualTo("a b|*|$HOME|\"'|");
        assertThat(answer.isOk()).isTrue();
    }

    @Test
    void addsToTheEnvironmentAndSpeaksEnglish() throws Exception {
        Shell.Answer answer = shell.run(List.of("sh", "-c", "echo $GIVEN in $LC_ALL"));

        assertThat(answer.out()).isEqualTo("by the test in C.UTF-8\n");
    }

    @Test
    void tellsExitCodeAndComplaint() throws Exception {
        Shell.Answer answer = shell.run(List.of("sh", "-c", "echo first >&2; echo second >&2; exit 3"));

        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.complaint()).isEqualTo("first / second");
    }

    @Test
    void readsBothStreamsHoweverMuchTheySay() throws Exception {
        Shell.Answer answer = shell.run(List.of(
                "sh", "-c", "head -c 300000 /dev/zero >&2; head -c 300000 /dev/zero; head -c 300000 /dev/zero >&2"));

        assertThat(answer.out()).hasSize(300_000);
        assertThat(answer.err()).hasSize(600_000);
    }

    @Test
    void endsWhatDoesNotEndByItself() {
        Shell hasty = new ProcessShell(PATH, Map.of(), Duration.ofMillis(100));

        assertThatThrownBy(() -> hasty.run(List.of("sleep", "30")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("sleep did not answer");
    }

    @Test
    void namesAProgramThatIsNotThere() {
        assertThatThrownBy(() -> shell.run(List.of("no-such-program")))
                .isInstanceOf(MissingProgramException.class)
                .hasMessage("There is no no-such-program on this machine.");
    }
}
