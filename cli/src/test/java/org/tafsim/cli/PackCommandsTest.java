package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PackCommandsTest {

    @TempDir
    private static Path folder = Path.of("");

    private static Path run = Path.of("");
    private static Path zip = Path.of("");

    @BeforeAll
    static void runAndPack() {
        run = folder.resolve("run");
        zip = folder.resolve("hello.zip");
        succeed(Said.by(
                "run",
                "../scenarios/hello.yaml",
                "--no-figures",
                "--no-report",
                "--quiet",
                "--set=run.duration=10 s",
                "--set=run.warmup=2 s",
                "--out",
                run.toString()));
        succeed(Said.by("pack", run.toString(), "-o", zip.toString()));
    }

    @Test
    void packSaysWhereThePackageIsAndWhatNext() {
        Said said = succeed(Said.by("pack", run.toString(), "-o", zip.toString()));

        assertThat(said.out()).contains("Packed hello-", "results under CC-BY-4.0", "  tafsim rerun " + zip);
    }

    @Test
    void verifyPrintsATableOrJson() {
        Said table = succeed(Said.by("verify", zip.toString()));
        Said json = succeed(Said.by("verify", zip.toString(), "--json"));

        assertThat(table.out())
                .contains("archive", "hashes", "crate", "results")
                .doesNotContain("problem");
        JsonNode facts = JsonMapper.shared().readTree(json.out());
        assertThat(facts.path("sound").asBoolean()).isTrue();
        assertThat(facts.path("problems").size()).isZero();
        assertThat(facts.path("id").asString()).startsWith("hello-");
    }

    @Test
    void rerunPrintsItsVerdictAsJson() {
        Said said = succeed(Said.by("rerun", zip.toString(), "--json", "--quiet", "--threads", "1"));

        JsonNode facts = JsonMapper.shared().readTree(said.out());
        assertThat(facts.path("verdict").asString()).isEqualTo("identical");
        assertThat(facts.path("simulated").asString()).isEqualTo("3 of 3 replications, under 2 policies");
    }

    @Test
    void anUnsoundPackageEndsWithFour() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.zip"), "PK");

        Said said = Said.by("verify", broken.toString());

        assertThat(said.code()).isEqualTo(4);
        assertThat(said.err()).isEqualTo("the zip is no zip, or is cut off\n");
        assertThat(said.out()).contains("archive", "refused", "1 problem");
        assertThat(Said.by("rerun", broken.toString()).code()).isEqualTo(4);
    }

    @Test
    void aMissingPackageIsInvalidInput() {
        assertThat(Said.by("verify", "none.zip").code()).isEqualTo(3);
        assertThat(Said.by("rerun", folder.toString()).err()).contains("is not a file");
    }

    @Test
    void wrongChoicesAreUsageErrors() {
        Said license = Said.by("pack", run.toString(), "--license", "as you like");
        Said source = Said.by("pack", run.toString(), "--source", "a.csv=here");
        Said sample = Said.by("rerun", zip.toString(), "--sample", "0");
        Said both = Said.by("rerun", zip.toString(), "--sample", "1", "--out", "x");

        assertThat(license.code()).isEqualTo(2);
        assertThat(license.err()).contains("must be an id of SPDX such as CC-BY-4.0");
        assertThat(source.err()).contains("must be an address such as https://example.org/a.csv");
        assertThat(sample.err()).contains("The sample (0) must be at least 1.");
        assertThat(both.err()).contains("A sample is compared, not written");
    }

    private static Said succeed(Said said) {
        assertThat(said.code()).as(said.out() + said.err()).isZero();
        return said;
    }
}
