package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.cli.console.ExitCodes;

class ReportCommandTest {

    @TempDir
    private static Path folder = Path.of("");

    private static Path run = Path.of("");
    private static Said ran = new Said(-1, "", "");

    @BeforeAll
    static void runOnce() {
        run = folder.resolve("run");
        ran = Said.by(
                "run",
                "../scenarios/hello.yaml",
                "--no-figures",
                "--quiet",
                "--set=run.duration=10 s",
                "--set=run.warmup=2 s",
                "--out",
                run.toString());
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    @Test
    void aRunWritesItsReportAndSaysWhere() throws Exception {
        Path report = run.resolve("report.html");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("Open in a browser: " + report);
        assertThat(report)
                .content(StandardCharsets.UTF_8)
                .startsWith("<!DOCTYPE html>")
                .contains("\"wall_s\":");
        assertThat(run.resolve("manifest-sha256.txt")).content().contains(sha256(report) + "  report.html");
    }

    @Test
    void theCommandGivesTheBytesOfTheRun() throws Exception {
        byte[] before = Files.readAllBytes(run.resolve("report.html"));
        Path elsewhere = folder.resolve("elsewhere.html");

        assertThat(Said.by("report", run.toString(), "--out", elsewhere.toString())
                        .code())
                .isZero();
        assertThat(elsewhere).hasBinaryContent(before);
    }

    @Test
    void aReportInTheFolderKeepsTheManifestTrueAndTheFolderReplaceable() throws Exception {
        Path other = folder.resolve("other");
        String[] again = {
            "run",
            "../scenarios/hello.yaml",
            "--no-figures",
            "--no-report",
            "--quiet",
            "--set=run.duration=2 s",
            "--policies=nearest",
            "--replications=1",
            "--out",
            other.toString()
        };
        Said without = Said.by(again);
        assertThat(without.out()).doesNotContain("report.html");
        assertThat(other.resolve("report.html")).doesNotExist();

        Said said = Said.by("report", other.toString());

        assertThat(said.out()).contains("Written to " + other.resolve("report.html"));
        assertThat(other.resolve("manifest-sha256.txt"))
                .content()
                .contains(sha256(other.resolve("report.html")) + "  report.html");
        assertThat(Said.by(again).code()).as("tafsim wrote all of the folder").isZero();
    }

    @Test
    void aPackageTakesTheReportAlongAndIsNotChanged() throws IOException {
        Path zip = folder.resolve("run.zip");
        assertThat(Said.by("pack", run.toString(), "-o", zip.toString()).code()).isZero();
        assertThat(Said.by("verify", zip.toString()).code()).isZero();
        Path bag = Files.createDirectories(folder.resolve("bag/data"));
        Files.writeString(folder.resolve("bag/bagit.txt"), "");
        Path inside = Files.createDirectories(bag.resolve("run"));
        Files.copy(run.resolve("run.json"), inside.resolve("run.json"));

        Said said = Said.by("report", inside.toString());

        assertThat(said.code()).isEqualTo(ExitCodes.INVALID_INPUT);
        assertThat(said.err()).contains("is in a package", "--out");
        assertThat(inside.resolve("report.html")).doesNotExist();
    }

    @Test
    void whatIsNoRunEndsWithThree() {
        Said said = Said.by("report", folder.toString());

        assertThat(said.code()).isEqualTo(ExitCodes.INVALID_INPUT);
        assertThat(said.err()).contains("neither run.json nor sweep.json").doesNotContain("\tat ");
        assertThat(Said.by("report", "nowhere").err()).contains("nowhere is not a folder");
    }
}
