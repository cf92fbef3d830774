package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.policies.PolicySet;
import tools.jackson.databind.json.JsonMapper;

class PackagedJarIT {

    @TempDir
    private Path folder = Path.of("");

    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void openShell() {
        shell = new Shell(folder);
    }

    @Test
    void helpGoesToTheResults() throws Exception {
        Said said = shell.run(Shell.tafsim("--help"));

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("Usage: tafsim", "Exit codes:");
        assertThat(said.err()).isEmpty();
    }

    @Test
    void theVersionIsThatOfTheBuild() throws Exception {
        Said said = shell.run(Shell.tafsim("--version"));

        assertThat(said.code()).isZero();
        assertThat(said.out()).matches("tafsim \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\s*");
    }

    @Test
    void listingsForProgramsAreJsonAndNothingElse() throws Exception {
        Said said = shell.run(Shell.tafsim("policies", "--json"));

        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(JsonMapper.shared().readTree(said.out()).size())
                .isEqualTo(PolicySet.shipped().routing().size());
    }

    @Test
    void theJarFindsItsCatalogAnywhere() throws Exception {
        Said said = shell.run(Shell.tafsim("catalog", "cities", "Munich"));

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("DE");
    }

    @Test
    void aStarterIsWrittenOnceAndIsGood() throws Exception {
        Said first = shell.run(Shell.tafsim("new"));
        Said second = shell.run(Shell.tafsim("new"));
        Said check = shell.run(Shell.tafsim("check", "scenario.yaml"));

        assertThat(first.code()).isZero();
        assertThat(second.code()).isEqualTo(3);
        assertThat(second.err()).contains("exists already").doesNotContain("\tat ");
        assertThat(check.code()).isZero();
    }

    @Test
    void aBadScenarioIsRefusedAtItsLinesWithoutStackTrace() throws Exception {
        shell.run(Shell.tafsim("new", "bad.yaml"));
        Path file = folder.resolve("bad.yaml");
        Files.writeString(file, Files.readString(file).replaceFirst("city: \\w+", "city: Munchen-Gladbach"));

        Said said = shell.run(Shell.tafsim("check", "bad.yaml"));

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).containsPattern("bad\\.yaml:\\d+:\\d+: ").doesNotContain("\tat ", "Exception");
    }

    @Test
    void aWrongOptionIsAUsageError() throws Exception {
        Said said = shell.run(Shell.tafsim("check", "--quite", "x.yaml"));

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("--quite", "--quiet").doesNotContain("\tat ");
    }

    @Test
    void aReaderThatGoesAwayEndsInSilence() throws Exception {
        String command = String.join("' '", Shell.tafsim("catalog", "cities", "--json"));

        Said said = shell.sh("'" + command + "' | true");

        assertThat(said.err()).isEmpty();
    }

    @Test
    void aFullDiskIsAFailureWithoutStackTrace() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full here");
        String command = String.join("' '", Shell.tafsim("policies"));

        Said said = shell.sh("'" + command + "' > /dev/full");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("cannot write the results").doesNotContain("\tat ");
    }

    @Test
    void resultsDoNotDependOnTheLocale() throws Exception {
        Said usual = shell.with("LC_ALL", "C").run(Shell.tafsim("catalog", "rules"));
        Said other = shell.with("LC_ALL", "tr_TR.UTF-8").run(Shell.tafsim("catalog", "rules"));

        assertThat(other.out()).isEqualTo(usual.out());
    }

    @Test
    void signaturesOfOthersAreStripped() throws IOException {
        try (JarFile jar = new JarFile(Shell.jar().toFile())) {
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|DSA|RSA)"))
                    .contains("tafsim/catalog/accelerators.yaml");
        }
    }
}
