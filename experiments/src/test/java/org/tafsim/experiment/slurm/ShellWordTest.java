package org.tafsim.experiment.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShellWordTest {

    private static final Shell SHELL = new ProcessShell("/usr/bin:/bin", Map.of(), Duration.ofSeconds(10));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "",
                " two  blanks ",
                "it's",
                "'''",
                "\"double\"",
                "$HOME `id` $(id) ${x}",
                "a\\nb\\",
                "line\nbreak",
                "* ? [a] ~ # ! & | ; < > ( )",
                "ünïcödé 🗼",
                "-n"
            })
    void everyTextIsTheWordThatAShellSees(String text) throws Exception {
        Shell.Answer answer =
                SHELL.run(List.of("sh", "-c", "printf '<%s>' " + ShellWord.quoteAll(List.of(text, "end"))));

        assertThat(answer.out()).isEqualTo("<" + text + "><end>");
    }

    @Test
    void refusesWhatNoShellCanHold() {
        assertThatThrownBy(() -> ShellWord.quote("a\0b")).hasMessageContaining("NUL");
    }
}
