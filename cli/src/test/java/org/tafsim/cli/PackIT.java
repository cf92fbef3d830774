package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Packages by the packaged jar: made here, checked and run again elsewhere. */
class PackIT {

    private static final Path HELLO =
            Path.of("../scenarios/hello.yaml").toAbsolutePath().normalize();

    @TempDir
    private Path folder = Path.of("");

    private Shell here = new Shell(Path.of(""));
    private Shell elsewhere = new Shell(Path.of(""));

    @BeforeEach
    void runAndPack() throws Exception {
        Path there = Files.createDirectory(folder.resolve("else where"));
        here = new Shell(folder);
        elsewhere = new Shell(there);
        succeed(here.run(Shell.tafsim(
                "run",
                HELLO.toString(),
                "--set=run.duration=20 s",
                "--set=run.warmup=5 s",
                "--replications=2",
                "--out=run",
                "--quiet")));
        succeed(here.run(Shell.tafsim("pack", "run", "-o", "hello.zip")));
        Files.move(folder.resolve("hello.zip"), there.resolve("hello.zip"));
        Files.move(folder.resolve("run"), folder.resolve("gone"));
    }

    @Test
    void aPackageIsVerifiedAndRunAgainElsewhereWithIdenticalResults() throws Exception {
        Said verified = succeed(elsewhere.run(Shell.tafsim("verify", "hello.zip")));
        Said again = succeed(elsewhere.run(Shell.tafsim("rerun", "hello.zip", "--quiet")));
        Said sample = succeed(elsewhere.run(Shell.tafsim("rerun", "hello.zip", "--quiet", "--sample=1")));

        assertThat(verified.outLines()).hasSize(6).last().asString().matches("results .* 4 runs +ok");
        assertThat(again.out())
                .contains("identical: summary.csv, replications.csv and series.csv are the same to the byte");
        assertThat(again.err()).isEmpty();
        assertThat(sample.out()).contains("Simulated again: 1 of 2 replications, under 2 policies", "identical: ");
        try (Stream<Path> files = Files.list(folder.resolve("else where"))) {
            assertThat(files).hasSize(1); // nothing is left behind
        }
    }

    @Test
    void theHashesAreThoseOfSha256sum() throws Exception {
        List<String> unzip = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jar").toString()));
        unzip.addAll(List.of("--extract", "--file", "hello.zip"));
        succeed(elsewhere.run(unzip));

        succeed(elsewhere.sh("sha256sum --check manifest-sha256.txt tagmanifest-sha256.txt"));
    }

    @Test
    void theJarTellsWhatItIsMadeOf() throws Exception {
        Path zip = folder.resolve("else where").resolve("hello.zip");
        succeed(elsewhere.run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jar").toString(),
                "--extract",
                "--file",
                zip.toString())));

        Path file = folder.resolve("else where/data/sbom.json");
        assumeTrue(Files.exists(file), "Built offline, where Maven makes no bill of materials");
        JsonNode bom = JsonMapper.shared().readTree(Files.readString(file));

        assertThat(bom.path("components")
                        .valueStream()
                        .map(component -> component.path("name").asString()))
                .contains("ssj", "jackson-databind", "picocli", "sim-core");
        assertThat(Files.readString(folder.resolve("else where/data/run/environment.json")))
                .contains("\"commit\"", "\"time_zone\"")
                .doesNotContain(folder.toString());
    }

    @Test
    void aFlippedByteIsNamedAndNothingIsRun() throws Exception {
        Path zip = folder.resolve("else where").resolve("hello.zip");
        byte[] bytes = Files.readAllBytes(zip);
        bytes[bytes.length / 2] ^= 1;
        Files.write(zip, bytes);

        Said verified = elsewhere.run(Shell.tafsim("verify", "hello.zip"));
        Said again = elsewhere.run(Shell.tafsim("rerun", "hello.zip"));

        assertThat(verified.code()).isEqualTo(4);
        assertThat(verified.err()).contains("data/run/").doesNotContain("\tat ");
        assertThat(again.code()).isEqualTo(4);
        assertThat(again.out()).contains("Nothing was run: the package is not sound.");
    }

    private static Said succeed(Said said) {
        assertThat(said.code()).as(said.out() + said.err()).isZero();
        return said;
    }
}
