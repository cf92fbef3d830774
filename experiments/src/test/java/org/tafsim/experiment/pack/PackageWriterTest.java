package org.tafsim.experiment.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.experiment.Build;
import org.tafsim.experiment.FileTrees;
import org.tafsim.experiment.pack.PackageWriter.Packed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PackageWriterTest {

    @TempDir
    private static Path folder = Path.of("");

    private static Path run = Path.of("");
    private static Path replay = Path.of("");

    @BeforeAll
    static void simulate() throws Exception {
        run = SmallRun.hello(folder.resolve("run"));
        replay = SmallRun.replay(folder.resolve("replay"));
    }

    @Test
    void theSameRunGivesTheSameBytesWhereverAndWheneverItIsPacked() throws IOException {
        Path here = SmallRun.pack(run, folder.resolve("a").resolve("same.zip"));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            Path moved = copy(run, folder.resolve("elsewhere"));
            Path there = SmallRun.pack(moved, folder.resolve("b").resolve("same.zip"));

            assertThat(there).hasSameBinaryContentAs(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void nothingInAPackageNamesAPlaceOfTheMachine() throws IOException {
        Repacked zip = Repacked.of(SmallRun.pack(replay, folder.resolve("places.zip")));

        String here = Path.of("..").toAbsolutePath().normalize().toString();
        for (String name : zip.names()) {
            assertThat(zip.text(name)).as(name).doesNotContain(here, folder.toString());
        }
        assertThat(zip.names()).noneMatch(name -> name.contains(".origin"));
    }

    @Test
    void smallInputsGoAlongAndTheScenarioFindsThem() throws IOException {
        Path zip = SmallRun.pack(replay, folder.resolve("small.zip"));

        assertThat(Repacked.of(zip).names()).contains("data/run/inputs/example.csv");
        assertThat(PackageCheck.check(zip).steps().get(3).detail()).doesNotContain("not read");
    }

    @Test
    void inputsThatAreGoneAreDescribedByTheirHashAndSource() throws IOException {
        Path moved = copy(replay, folder.resolve("without-inputs"));
        Files.delete(moved.resolve(".origin.json"));
        TreeMap<String, String> sources = new TreeMap<>();
        sources.put("example.csv", "https://example.org/example.csv");
        PackOptions options =
                new PackOptions(false, Optional.empty(), sources, "CC0-1.0", Optional.of("Ada: Lovelace"), false);
        Path zip = folder.resolve("gone.zip");

        Packed packed = writer().write(moved, options, zip);

        assertThat(packed.notes()).singleElement().asString().startsWith("example.csv is no longer where it was");
        assertThat(PackageCheck.check(zip).isSound()).isTrue();
        assertThat(PackageCheck.check(zip).steps().get(3).detail())
                .endsWith("the scenario was not read, as its traces are not at hand");
        JsonNode input = entity(Repacked.of(zip), "#input-example.csv");
        assertThat(input.at("/url/@id").asString()).isEqualTo("https://example.org/example.csv");
        assertThat(entity(Repacked.of(zip), input.at("/identifier/@id").asString())
                        .path("value")
                        .asString())
                .matches("[0-9a-f]{64}");
        assertThat(Repacked.of(zip).text("README.md")).contains("--inputs FOLDER", "under CC0-1.0");
        assertThat(Repacked.of(zip).text("CITATION.cff")).contains("- name: 'Ada: Lovelace'", "type: dataset");
    }

    @Test
    void theCrateTellsWhatHappened() throws IOException {
        Repacked zip = Repacked.of(SmallRun.pack(run, folder.resolve("told.zip")));

        JsonNode action = entity(zip, "#computation");
        JsonNode tool = entity(zip, action.at("/instrument/@id").asString());

        assertThat(tool.path("softwareVersion").asString()).isEqualTo("0.1.0");
        assertThat(tool.path("description").asString()).contains("commit 0123456789abcdef");
        assertThat(action.path("object")
                        .valueStream()
                        .map(ref -> ref.path("@id").asString()))
                .containsExactly("data/run/scenario.resolved.yaml", "data/run/scenario.yaml");
        assertThat(action.path("endTime").asString()).matches("20\\d\\d-.*\\.\\d{3}\\+00:00");
        assertThat(zip.text("README.md")).contains("    tafsim rerun told.zip\n");
    }

    @Test
    void anotherBuildsBillOfMaterialsStaysOut() throws IOException {
        Path zip = folder.resolve("other-build.zip");

        Packed packed = new PackageWriter(Build.of("0.1.0", "f".repeat(40)), Optional.of(SmallRun.SBOM))
                .write(run, PackOptions.DEFAULT, zip);

        assertThat(packed.notes()).singleElement().asString().startsWith("another build of tafsim computed this");
        assertThat(Repacked.of(zip).names()).doesNotContain("data/sbom.json");
    }

    @Test
    void changedResultsAreNotPacked() throws IOException {
        Path changed = copy(run, folder.resolve("changed"));
        Files.writeString(
                changed.resolve("summary.csv"),
                Files.readString(changed.resolve("summary.csv")).replace('1', '2'));
        Path zip = folder.resolve("changed.zip");

        assertThatThrownBy(() -> SmallRun.pack(changed, zip))
                .hasMessageContaining("cannot be packed: data/run/summary.csv: was changed after the run");
        assertThat(zip).doesNotExist();
    }

    @Test
    void foldersThatAreNoRunAreRefused() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path old = copy(run, folder.resolve("old"));
        Files.delete(old.resolve("replications.csv"));

        assertThatThrownBy(() -> SmallRun.pack(empty, folder.resolve("no.zip")))
                .hasMessageContaining("holds no run and no sweep");
        assertThatThrownBy(() -> SmallRun.pack(empty.resolve("none"), folder.resolve("no.zip")))
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> SmallRun.pack(old, folder.resolve("no.zip")))
                .hasMessageContaining("has no replications.csv. Maybe an older tafsim wrote it");
    }

    @Test
    void filesThatTheRunDidNotWriteStayOut() throws IOException {
        Path more = copy(run, folder.resolve("more"));
        Files.writeString(more.resolve("secret.txt"), "hush");
        Path zip = folder.resolve("more.zip");

        Packed packed = writer().write(more, PackOptions.DEFAULT, zip);

        assertThat(packed.notes()).containsExactly("secret.txt is not the run's: left out.");
        assertThat(Repacked.of(zip).names()).noneMatch(name -> name.contains("secret"));
    }

    @Test
    void anotherFileInItsPlaceIsNotReplacedUnasked() throws IOException {
        Path zip = Files.writeString(folder.resolve("taken.zip"), "mine");

        assertThatThrownBy(() -> SmallRun.pack(run, zip)).hasMessageContaining("exists and is another file");
        assertThat(zip).hasContent("mine");

        PackOptions forced =
                new PackOptions(false, Optional.empty(), new TreeMap<>(), PackOptions.LICENSE, Optional.empty(), true);
        writer().write(run, forced, zip);
        assertThat(SmallRun.pack(run, zip)).isEqualTo(zip); // the same again is fine
    }

    private static PackageWriter writer() {
        return new PackageWriter(SmallRun.BUILD, Optional.of(SmallRun.SBOM));
    }

    private static JsonNode entity(Repacked zip, String id) {
        return JsonMapper.shared()
                .readTree(zip.text("ro-crate-metadata.json"))
                .path("@graph")
                .valueStream()
                .filter(entity -> entity.path("@id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Path copy(Path source, Path target) throws IOException {
        FileTrees.delete(target);
        try (var files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(source.relativize(file).toString()));
            }
        }
        return target;
    }
}
