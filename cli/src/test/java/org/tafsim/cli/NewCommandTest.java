package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.cli.console.ExitCodes;

class NewCommandTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatItWritesIsAScenario() {
        String file = folder.resolve("mine.yaml").toString();

        Said said = Said.by("new", file);

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("tafsim check " + file, "tafsim run " + file);
        assertThat(Said.by("check", file).code()).isZero();
    }

    @Test
    void anExistingFileIsLeftAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "precious");

        Said said = Said.by("new", file.toString());

        assertThat(said.code()).isEqualTo(ExitCodes.INVALID_INPUT);
        assertThat(said.err()).contains("exists already");
        assertThat(file).hasContent("precious");
    }

    @Test
    void aMissingFolderIsNamed() {
        Said said = Said.by("new", folder.resolve("no/mine.yaml").toString());

        assertThat(said.code()).isEqualTo(ExitCodes.INVALID_INPUT);
        assertThat(said.err()).contains("its folder does not exist");
    }
}
