package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live view of the packaged program, which is told that a terminal of 24 lines of 80 characters reads its errors. */
class WatchIT {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aBlockIsDrawnInPlaceAndIsGoneInTheEnd() throws Exception {
        List<String> command = new ArrayList<>(Shell.tafsim(
                "run",
                Path.of("../scenarios/hello.yaml").toAbsolutePath().toString(),
                "--watch",
                "--no-figures",
                "--no-report",
                "--set=run.duration=20 min"));
        command.addAll(1, List.of("-Dtafsim.terminal.err=true", "-Dtafsim.terminal.size=24 80"));

        Said said = new Shell(folder).with("LC_ALL", "C").with("NO_COLOR", "1").run(command);

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).startsWith("hello\n").doesNotContain("\u001b");
        assertThat(said.err().split("\u001b\\[\\d+A", -1)).hasSizeGreaterThan(1); // up to the first line
        assertThat(said.err())
                .contains("hello: 0 of 6 runs in 0 s", "in flight")
                .doesNotContain("\u001b[1m", "█");
        assertThat(said.err()).endsWith("A\u001b[J");
        assertThat(said.err().replaceAll("\u001b\\[\\d*[A-Z]|\r", "").lines()).allMatch(line -> line.length() < 80);
        assertThat(folder.resolve("results/runs")).isDirectory();
    }
}
