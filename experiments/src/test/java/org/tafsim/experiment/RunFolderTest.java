package org.tafsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    private static final RunInfo INFO = Runs.info(Runs.policies("nearest"), 1);

    private final Path parent;

    RunFolderTest(@TempDir Path parent) {
        this.parent = parent;
    }

    @Test
    void folderAppearsOnlyWhenPublished() throws IOException {
        RunFolder folder = RunFolder.in(parent, INFO.id());

        try (RunDraft draft = folder.begin(INFO, Runs.HOST)) {
            draft.write("summary.csv", "policy\n");
            assertThat(folder.path()).doesNotExist();
            assertThat(draft.publish()).isEqualTo(folder.path());
        }

        assertThat(folder.path().getFileName()).hasToString(INFO.id().value());
        assertThat(listed(parent)).containsExactly(INFO.id().value());
        assertThat(folder.path().resolve("summary.csv")).hasContent("policy\n");
    }

    @Test
    void draftsHideBehindADotAndSayThatTheyRun() throws IOException {
        try (RunDraft draft = RunFolder.in(parent, INFO.id()).begin(INFO, Runs.HOST)) {
            assertThat(listed(parent)).singleElement().asString().matches("\\.tiny-[0-9a-f]{12}\\.tmp-\\d+-1");
            assertThat(draft.folder().resolve("run.json")).content().contains("\"status\" : \"running\"");
        }
    }

    @Test
    void whatIsMadeOfARunSeesItsEnd() throws IOException {
        RunFolder folder = RunFolder.in(parent, INFO.id());
        try (RunDraft draft = folder.begin(INFO, Runs.HOST)) {
            draft.end();
            String facts = Files.readString(draft.folder().resolve("run.json"));
            assertThat(facts).contains("\"status\" : \"ok\"", "\"wall_s\"");
            draft.write("report.html", "made of it");
            draft.publish();
            assertThat(folder.path().resolve("run.json")).hasContent(facts);
        }
    }

    @Test
    void aFilePutLaterEntersTheManifest() throws IOException {
        RunFolder folder = RunFolder.in(parent, INFO.id());
        publish(folder, "first\n");

        folder.put("report.html", "abc".getBytes(StandardCharsets.UTF_8));
        folder.put("report.html", "abd".getBytes(StandardCharsets.UTF_8));

        String hash = Hashes.sha256("abd".getBytes(StandardCharsets.UTF_8));
        assertThat(folder.path().resolve("manifest-sha256.txt"))
                .content()
                .contains(hash + "  report.html\n", "  summary.csv\n")
                .containsOnlyOnce("report.html");
        publish(folder, "second\n");
        assertThat(folder.path().resolve("report.html")).doesNotExist();
    }

    @Test
    void runThatEndsEarlyLeavesNothing() throws IOException {
        RunFolder folder = RunFolder.in(parent, INFO.id());

        assertThatThrownBy(() -> {
                    try (RunDraft draft = folder.begin(INFO, Runs.HOST)) {
                        draft.write("figures/latency.svg", "<svg/>");
                        throw new IllegalStateException("crash");
                    }
                })
                .hasMessage("crash");

        assertThat(listed(parent)).isEmpty();
    }

    @Test
    void draftOfAKilledRunIsInNobodysWay() throws IOException {
        RunFolder folder = RunFolder.in(parent, INFO.id());
        RunDraft killed = folder.begin(INFO, Runs.HOST);

        publish(folder, "second\n");

        assertThat(folder.path().resolve("summary.csv")).hasContent("second\n");
        assertThat(listed(parent)).hasSize(2);
        killed.close();
        assertThat(listed(parent)).containsExactly(INFO.id().value());
    }

    @Test
    void earlierRunGivesWayInOnePiece() throws IOException {
        RunFolder folder = RunFolder.in(parent, INFO.id());
        try (RunDraft draft = folder.begin(INFO, Runs.HOST)) {
            draft.write("requests.csv", "of the first run only\n");
            draft.publish();
        }

        publish(folder, "second\n");

        assertThat(listed(folder.path())).containsExactly("manifest-sha256.txt", "run.json", "summary.csv");
        assertThat(listed(parent)).containsExactly(INFO.id().value());
    }

    @Test
    void earlierRunStaysWhenTheNewOneFails() throws IOException {
        RunFolder folder = RunFolder.in(parent, INFO.id());
        publish(folder, "first\n");

        try (RunDraft draft = folder.begin(INFO, Runs.HOST)) {
            draft.write("summary.csv", "half");
        }

        assertThat(folder.path().resolve("summary.csv")).hasContent("first\n");
        assertThat(listed(parent)).containsExactly(INFO.id().value());
    }

    @Test
    void emptyFolderOfTheUserBecomesTheRun() throws IOException {
        Path out = Files.createDirectory(parent.resolve("out"));

        publish(RunFolder.at(out), "x\n");

        assertThat(out.resolve("run.json")).exists();
    }

    @Test
    void linkedFolderIsReplacedWhereItLies() throws IOException {
        Path real = Files.createDirectories(parent.resolve("disk/out"));
        Path link = Files.createSymbolicLink(parent.resolve("link"), real);

        publish(RunFolder.at(link), "x\n");

        assertThat(link).isSymbolicLink();
        assertThat(real.resolve("run.json")).exists();
    }

    @Test
    void folderThatIsNoRunIsRefusedBeforeAnythingRuns() throws IOException {
        Path thesis = Files.writeString(parent.resolve("thesis.tex"), "ten years of work");

        assertThatThrownBy(() -> RunFolder.at(parent).begin(INFO, Runs.HOST))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not a run of tafsim: it has no run.json. Nothing was changed there.");

        assertThat(thesis).hasContent("ten years of work");
        assertThat(listed(parent)).containsExactly("thesis.tex");
    }

    @Test
    void runWithFilesOfTheUserIsRefused() throws IOException {
        RunFolder folder = RunFolder.at(parent.resolve("out"));
        publish(folder, "x\n");
        Files.writeString(folder.path().resolve(".DS_Store"), "of no worth");
        Path notes = Files.createDirectory(folder.path().resolve("mine")).resolve("notes.md");
        Files.writeString(notes, "keep me");

        assertThatThrownBy(() -> folder.begin(INFO, Runs.HOST))
                .hasMessageEndingWith(
                        "holds mine/notes.md, which no run wrote. Move it away or choose another folder.");

        assertThat(notes).hasContent("keep me");
    }

    @Test
    void fileInTheWayIsRefused() throws IOException {
        Path file = Files.writeString(parent.resolve("out"), "a file");

        assertThatThrownBy(() -> RunFolder.at(file).begin(INFO, Runs.HOST))
                .hasMessageContaining("is a file, not a folder");
    }

    @Test
    void foreignOrNewerRunJsonIsRefused() throws IOException {
        Path out = Files.createDirectory(parent.resolve("out"));

        Files.writeString(out.resolve("run.json"), "{");
        assertThatThrownBy(() -> RunFolder.at(out).begin(INFO, Runs.HOST)).hasMessageContaining("is not JSON");
        Files.writeString(out.resolve("run.json"), "{\"format\": \"marathon\"}");
        assertThatThrownBy(() -> RunFolder.at(out).begin(INFO, Runs.HOST)).hasMessageContaining("format tafsim-run");
        Files.writeString(out.resolve("run.json"), "{\"format\": \"tafsim-run\", \"format_version\": 2}");
        assertThatThrownBy(() -> RunFolder.at(out).begin(INFO, Runs.HOST)).hasMessageContaining("by a newer tafsim");
    }

    @Test
    void rootOfTheFileSystemIsNoRun() {
        assertThatThrownBy(() -> RunFolder.at(Path.of("/"))).hasMessageContaining("cannot be a run's folder");
    }

    @Test
    void parentThatIsAFileGivesAClearMessage() throws IOException {
        Path file = Files.writeString(parent.resolve("results"), "a file");

        assertThatThrownBy(() -> RunFolder.at(file.resolve("run")).begin(INFO, Runs.HOST))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Cannot write " + file.resolve("run"));
    }

    @Test
    void filesOutsideTheFolderAreRefused() throws IOException {
        try (RunDraft draft = RunFolder.in(parent, INFO.id()).begin(INFO, Runs.HOST)) {
            for (String path : List.of("../evil", "/tmp/evil", "figures/../../evil", ".")) {
                assertThatThrownBy(() -> draft.write(path, "x")).hasMessageContaining("outside the run's folder");
            }
        }
    }

    @Test
    void fullDiskLeavesNothingAndNamesTheFile() throws IOException {
        RunFolder folder = RunFolder.in(parent, INFO.id());

        assertThatThrownBy(() -> {
                    try (RunDraft draft = folder.begin(INFO, Runs.HOST, FullDisk.tellingLate(5_000))) {
                        draft.write("summary.csv", "x".repeat(10_000));
                        draft.publish();
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageMatching("Cannot write .*/summary\\.csv: No space left on device\\.");

        assertThat(listed(parent)).isEmpty();
    }

    @Test
    void diskThatIsFullFromTheStartIsToldAtOnce() throws IOException {
        assertThatThrownBy(() -> RunFolder.in(parent, INFO.id()).begin(INFO, Runs.HOST, FullDisk.tellingLate(0)))
                .hasMessageContaining("run.json: No space left on device");

        assertThat(listed(parent)).isEmpty();
    }

    @Test
    void diskThatFillsUpInAnyFileLeavesNothing() throws IOException {
        RunFolder folder = RunFolder.in(parent, INFO.id());
        FullDisk roomy = FullDisk.tellingLate(1_000_000);
        publish(folder, roomy);
        long needed = 1_000_000 - roomy.room();
        String before = Files.readString(folder.path().resolve("manifest-sha256.txt"));

        for (long room = 0; room < needed; room += 100) {
            FullDisk disk = FullDisk.tellingLate(room);
            assertThatThrownBy(() -> publish(folder, disk)).hasMessageContaining("No space left on device");
        }

        assertThat(folder.path().resolve("manifest-sha256.txt")).hasContent(before);
        assertThat(listed(parent)).containsExactly(INFO.id().value());
    }

    private static void publish(RunFolder folder, FullDisk disk) throws IOException {
        try (RunDraft draft = folder.begin(INFO, Runs.HOST, disk)) {
            draft.write("summary.csv", "x".repeat(1_000));
            draft.publish();
        }
    }

    @Test
    void publishedOrRemovedDraftCannotBePublished() throws IOException {
        RunDraft draft = RunFolder.in(parent, INFO.id()).begin(INFO, Runs.HOST);
        draft.close();

        assertThatThrownBy(draft::publish).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void runJsonTellsWhereAndWhen() throws IOException {
        RunFolder folder = RunFolder.in(parent, INFO.id());
        publish(folder, "x\n");

        assertThat(folder.path().resolve("run.json"))
                .content()
                .contains(
                        "\"status\" : \"ok\"",
                        "\"id\" : \"" + INFO.id().value() + "\"",
                        "\"seed\" : 7",
                        "\"label\" : \"nearest\"",
                        "\"threads\" : \"2\"",
                        "\"jdk\" : \"17.0.1 Test\"",
                        "\"started_at\" : \"2026-06-03T10:15:30Z\"",
                        "\"cpu_s\" : 1.500");
    }

    @Test
    void manifestHoldsTheHashOfEveryFile() throws IOException {
        RunFolder folder = RunFolder.in(parent, INFO.id());
        try (RunDraft draft = folder.begin(INFO, Runs.HOST)) {
            draft.write("summary.csv", "abc");
            try (OutputStream figure = draft.create("figures/a.svg")) {
                figure.write("ab".getBytes(StandardCharsets.UTF_8));
                figure.write('c');
            }
            draft.publish();
        }

        String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; // FIPS 180-2, B.1
        assertThat(Files.readAllLines(folder.path().resolve("manifest-sha256.txt")))
                .hasSize(3)
                .contains(abc + "  figures/a.svg", abc + "  summary.csv")
                .isSortedAccordingTo((a, b) -> a.substring(66).compareTo(b.substring(66)));
    }

    @Test
    void thisProcessKnowsItself() {
        Host host = Host.ofThisProcess();

        assertThat(host.cores()).isPositive();
        assertThat(host.jdk()).contains(System.getProperty("java.vm.version"));
        assertThat(host.cpuNanos().getAsLong()).isPositive();
    }

    private static void publish(RunFolder folder, String summary) throws IOException {
        try (RunDraft draft = folder.begin(INFO, Runs.HOST)) {
            draft.write("summary.csv", summary);
            draft.publish();
        }
    }

    private static List<String> listed(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
