package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.TextTable;
import org.tafsim.scenario.catalog.PackedFiles;

class CheckCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private String hello = "";

    @BeforeEach
    void readHello() {
        hello = new PackedFiles().get("hello.yaml");
    }

    @Test
    void aGoodScenarioIsSummedUp() throws IOException {
        Path file = write("hello.yaml", hello);

        Said said = Said.by("check", file.toString());

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("ok", "near-edge", "llama-3.1-8b", "chat", "requests/s", "KV cache");
        assertThat(said.outLines())
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(
                                TextTable.WIDTH + folder.toString().length()));
    }

    /** Munich to Madrid: 1,486 km, 15.5 ms of fiber as the route goes. */
    @Test
    void aBackhaulBeyondItsBudgetIsWarnedOf() throws IOException {
        Path file = write(
                "far.yaml",
                hello.replace("upf: local", "upf: far")
                        .replace("populations:", "upfs: [{id: far, city: Madrid, operator: telco}]\npopulations:"));

        Said said = Said.by("check", file.toString());

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.err())
                .contains("Warning: " + file + ": the backhaul of population ")
                .contains("to UPF far takes")
                .contains("ms one way, more than the usual 10 ms.");
        assertThat(Said.by("check", write("hello.yaml", hello).toString()).err())
                .isEmpty();
    }

    @Test
    void offeredLoadFollowsOverrides() throws IOException {
        Path file = write("hello.yaml", hello);

        Said said = Said.by(
                "check", file.toString(), "--set", "apps[*].arrivals.rate=200 /s", "--set", "run.duration=10 min");

        assertThat(said.out()).containsPattern("chat\\s+PER\\s+llama-3.1-8b\\s+(199|200|201)\\.");
    }

    @Test
    void allRequestsOfSessionsAreOffered() throws IOException {
        Path file = write("hello.yaml", hello);

        Said said = Said.by(
                "check",
                file.toString(),
                "--set",
                "apps[*].arrivals.rate=200 /s",
                "--set",
                "run.duration=10 min",
                "--set",
                "apps[*].session={turns: 3, think: 1 h}");

        assertThat(said.out()).containsPattern("chat\\s+PER\\s+llama-3.1-8b\\s+(59[789]|60[0123])\\.");
    }

    @Test
    void allProblemsOfAllFilesAreToldWithTheirPlaces() throws IOException {
        Path one = write("one.yaml", hello.replace("Munich", "Munch"));
        Path two = write("two.yaml", hello.replace("tier: cloud", "tier: clod"));

        Said said = Said.by("check", one.toString(), two.toString());

        assertThat(said.code()).isEqualTo(ExitCodes.INVALID_INPUT);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .containsPattern("one\\.yaml:\\d+:\\d+: sites\\[0\\]\\.city: .*Maybe 'Munich'")
                .containsPattern("two\\.yaml:\\d+:\\d+: sites\\[1\\]\\.tier: .*Maybe 'cloud'")
                .doesNotContain("\tat ");
    }

    @Test
    void goodFilesAreToldBesideBadOnes() throws IOException {
        Path good = write("good.yaml", hello);

        Said said = Said.by(
                "check",
                "--quiet",
                good.toString(),
                folder.resolve("missing.yaml").toString());

        assertThat(said.code()).isEqualTo(ExitCodes.INVALID_INPUT);
        assertThat(said.out()).isEqualTo(good + ": ok" + System.lineSeparator());
        assertThat(said.err()).contains("missing.yaml: does not exist.");
    }

    @Test
    void anOverrideWithoutAValueIsAUsageError() {
        Said said = Said.by("check", "any.yaml", "--set", "run.duration");

        assertThat(said.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(said.err()).contains("has no value");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
