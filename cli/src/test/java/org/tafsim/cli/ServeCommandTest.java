package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.cli.console.ExitCodes;

/** What the dashboard does not even start with; that it runs is looked at by {@code BrowserIT}. */
class ServeCommandTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFolderThatIsNotThereIsInvalidInput() {
        Said said = Said.by("serve", folder.resolve("none").toString());

        assertThat(said.code()).isEqualTo(ExitCodes.INVALID_INPUT);
        assertThat(said.err()).contains("There is no folder", "none", "tafsim run");
    }

    @Test
    void aPortATokenOrAnAddressThatCannotBeIsAUsageError() {
        Said port = Said.by("serve", folder.toString(), "--port=70000");
        Said token = Said.by("serve", folder.toString(), "--token=short");
        Said address = Said.by("serve", folder.toString(), "--bind=no such place");

        assertThat(port.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(port.err()).contains("port (70000) must be in 0..65535");
        assertThat(token.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(token.err()).contains("16 characters or more");
        assertThat(address.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(address.err()).contains("no such place").contains("is no address of this machine");
    }
}
