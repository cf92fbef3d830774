package org.tafsim.experiment.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PackageCheckTest {

    private static final String RUN = "data/run/";

    @TempDir
    private static Path folder = Path.of("");

    private static Path sound = Path.of("");

    @BeforeAll
    static void pack() throws Exception {
        sound = SmallRun.pack(SmallRun.hello(folder.resolve("run")), folder.resolve("sound.zip"));
    }

    static Stream<Arguments> corruptions() {
        return Stream.of(
                planted(
                        "byte flipped in the summary",
                        zip -> zip.flip(RUN + "summary.csv"),
                        "data/run/summary.csv: its SHA-256 is not the one in manifest-sha256.txt"),
                planted(
                        "file removed",
                        zip -> zip.remove(RUN + "cdf.csv"),
                        "data/run/cdf.csv: is missing, though manifest-sha256.txt lists it"),
                planted(
                        "file added",
                        zip -> zip.put("data/notes.txt", "trust me"),
                        "data/notes.txt: is not listed in manifest-sha256.txt"),
                planted(
                        "manifest line changed",
                        zip -> zip.edit("manifest-sha256.txt", text -> text.replaceFirst("^[0-9a-f]{8}", "00000000")),
                        "data/run/cdf.csv: its SHA-256 is not the one in manifest-sha256.txt"),
                planted(
                        "manifest line removed",
                        zip -> zip.edit("manifest-sha256.txt", text -> text.substring(text.indexOf('\n') + 1)),
                        "data/run/cdf.csv: is not listed in manifest-sha256.txt"),
                planted(
                        "crate entity removed",
                        zip -> zip.edit("ro-crate-metadata.json", PackageCheckTest::withoutSummary)
                                .reseal(),
                        "data/run/summary.csv is in the package, but not described"),
                planted(
                        "crate entity added",
                        zip -> zip.edit("ro-crate-metadata.json", PackageCheckTest::withOneMore)
                                .reseal(),
                        "data/run/proof.csv is described, but not in the package"),
                planted(
                        "wrong version",
                        zip -> zip.edit(RUN + "run.json", replacing("\"0.1.0\"", "\"0.2.0\""))
                                .reseal(),
                        "data/run/run.json: the id hello-"),
                planted(
                        "scenario edited",
                        zip -> zip.edit(RUN + "scenario.resolved.yaml", replacing("rate: 1 /s", "rate: 2 /s"))
                                .reseal(),
                        "data/run/run.json: the id hello-"),
                planted(
                        "seed changed",
                        zip -> zip.edit(RUN + "run.json", replacing("\"seed\" : 1", "\"seed\" : 2"))
                                .reseal(),
                        "data/run/run.json: name, seed, replications or policies are not those of"),
                planted(
                        "streams edited",
                        zip -> zip.edit(RUN + "streams.json", replacing("\"seed\" : 1", "\"seed\" : 2"))
                                .reseal(),
                        "data/run/streams.json: its seed or replications are not those of run.json"),
                planted(
                        "environment edited",
                        zip -> zip.edit(RUN + "environment.json", replacing("\"cores\" : ", "\"cores\" : 1")),
                        "data/run/environment.json: its SHA-256 is not the one in"),
                planted(
                        "version of the environment edited",
                        zip -> zip.edit(RUN + "environment.json", replacing("\"0.1.0\"", "\"0.2.0\""))
                                .reseal(),
                        "data/run/environment.json: says tafsim '0.2.0', run.json says '0.1.0'"),
                planted(
                        "mean polished",
                        zip -> zip.edit(
                                        RUN + "summary.csv",
                                        text -> text.replaceFirst("(nearest,all,ttft_p95,ms,)\\d+", "$11"))
                                .reseal(),
                        "data/run/summary.csv: does not follow from replications.csv: line "),
                planted(
                        "replication dropped",
                        zip -> zip.edit(RUN + "replications.csv", text -> text.replaceAll("(?m)^.*,2,[^,\\n]*\\n", ""))
                                .reseal(),
                        "data/run/replications.csv: has 4 runs, not the 3 replications of 2 policies"),
                planted(
                        "other bill of materials",
                        zip -> zip.edit("data/sbom.json", replacing("0.1.0", "0.3.0"))
                                .reseal(),
                        "data/sbom.json: is not the bill of materials of tafsim 0.1.0"),
                planted(
                        "newer format",
                        zip -> zip.edit(RUN + "run.json", replacing("\"format_version\" : 1", "\"format_version\" : 2"))
                                .reseal(),
                        "data/run/run.json: has the format version 2; this tafsim reads 1"),
                planted("no crate", zip -> zip.remove("ro-crate-metadata.json"), "ro-crate-metadata.json: is missing"),
                planted(
                        "crate that is no JSON",
                        zip -> zip.put("ro-crate-metadata.json", "{").reseal(),
                        "ro-crate-metadata.json: is not JSON"),
                planted(
                        "times of the crate",
                        zip -> zip.edit(
                                        "ro-crate-metadata.json",
                                        text -> text.replaceFirst("\"startTime\" : \"20", "\"startTime\" : \"19"))
                                .reseal(),
                        "its startTime and endTime are not those of the results"));
    }

    private static Arguments planted(String name, UnaryOperator<Repacked> change, String finding) {
        return Arguments.of(name, change, finding);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corruptions")
    void everyPlantedCorruptionIsNamed(String name, UnaryOperator<Repacked> change, String finding) throws IOException {
        Path zip = change.apply(Repacked.of(sound)).writeTo(folder.resolve("corrupt.zip"));

        CheckReport report = PackageCheck.check(zip);

        assertThat(report.findings().stream().map(Finding::toString))
                .as(name)
                .anyMatch(found -> found.contains(finding));
        assertThat(report.isSound()).isFalse();
    }

    @Test
    void aSoundPackageHasNoFindings() throws IOException {
        CheckReport report = PackageCheck.check(sound);

        assertThat(report.findings()).isEmpty();
        assertThat(report.id()).startsWith("hello-");
        assertThat(report.steps().stream().map(CheckReport.Step::name))
                .containsExactly("archive", "hashes", "crate", "results");
        assertThat(report.steps().get(3).detail()).endsWith("metrics of 6 runs");
    }

    @Test
    void resealingASoundPackageChangesNothing() throws IOException {
        Path zip = Repacked.of(sound).reseal().writeTo(folder.resolve("resealed.zip"));

        assertThat(zip).hasSameBinaryContentAs(sound);
    }

    @Test
    void scenariosOfStrangersOpenNoFileOutsideThePackage() throws IOException {
        Path zip = Repacked.of(sound)
                .edit(
                        RUN + "scenario.resolved.yaml",
                        text -> text.replaceFirst(
                                "arrivals: \\{type: poisson, rate: 1 /s}",
                                "arrivals: {type: trace, path: /etc/hostname}"))
                .reseal()
                .writeTo(folder.resolve("curious.zip"));

        assertThat(texts(zip)).anyMatch(found -> found.contains("\"/etc/hostname\" lies outside the folder"));
    }

    @Test
    void yamlBombsAreRefused() throws IOException {
        Path zip = Repacked.of(sound)
                .put(RUN + "scenario.resolved.yaml", """
                        apiVersion: tafsim/v1
                        kind: Scenario
                        a: &a [x, x, x, x, x, x, x, x, x]
                        b: &b [*a, *a, *a, *a, *a, *a, *a, *a]
                        c: [*b, *b, *b, *b, *b, *b, *b, *b]
                        """)
                .reseal()
                .writeTo(folder.resolve("bomb.zip"));

        assertThat(texts(zip)).anyMatch(found -> found.contains("YAML anchors and aliases are not read"));
    }

    @Test
    void deepJsonIsRefused() throws IOException {
        Path zip = Repacked.of(sound)
                .put("ro-crate-metadata.json", "[".repeat(100_000))
                .reseal()
                .writeTo(folder.resolve("deep.zip"));

        assertThat(texts(zip)).anyMatch(found -> found.startsWith("ro-crate-metadata.json: is not JSON"));
    }

    @Test
    void inputsThatLeadOutOfThePackageAreRefused() throws IOException {
        Path zip = Repacked.of(sound)
                .put(RUN + "inputs.json", """
                        {"inputs": [{"name": "inputs/../../up.csv", "bytes": 1, "sha256": "%s"}]}
                        """.formatted("0".repeat(64)))
                .reseal()
                .writeTo(folder.resolve("inputs.zip"));

        assertThat(texts(zip)).anyMatch(found -> found.contains("is no input"));
    }

    private static List<String> texts(Path zip) throws IOException {
        return PackageCheck.check(zip).findings().stream()
                .map(Finding::toString)
                .toList();
    }

    private static UnaryOperator<String> replacing(String old, String other) {
        return text -> text.replace(old, other);
    }

    /** Without the file's entity; what refers to it stays. */
    private static String withoutSummary(String crate) {
        return crate.replaceFirst("\\{\\s+\"@id\" : \"data/run/summary.csv\",\\s+\"@type\" : \"File\"[^}]*},\\s+", "");
    }

    private static String withOneMore(String crate) {
        return crate.replaceFirst(
                "\"@graph\" : \\[ \\{",
                "\"@graph\" : [ { \"@id\" : \"data/run/proof.csv\", \"@type\" : \"File\", \"name\" : \"proof\" }, {");
    }
}
