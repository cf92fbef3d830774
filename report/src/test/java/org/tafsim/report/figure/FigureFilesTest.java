package org.tafsim.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Host;
import org.tafsim.experiment.RunDraft;
import org.tafsim.experiment.RunFolder;
import org.tafsim.experiment.RunId;
import org.tafsim.experiment.RunInfo;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.model.TransportSpec;
import org.tafsim.report.SyntheticRuns;

class FigureFilesTest {

    private static final RunInfo INFO = new RunInfo(RunId.of("tiny", "x", "1"), "tiny", 1, 2, List.of(), "1", Map.of());

    private final Path folder;

    FigureFilesTest(@TempDir Path parent) {
        folder = parent.resolve("run");
    }

    @Test
    void everyFigureComesInTheFormatsAskedFor() throws IOException {
        List<RunResult> results = SyntheticRuns.of(List.of("nearest"), 2);

        try (RunDraft draft = RunFolder.at(folder).begin(INFO, Host.ofThisProcess())) {
            assertThat(FigureFiles.write(
                            draft,
                            Set.of(FigureFormat.SVG, FigureFormat.PDF),
                            scenario(),
                            results,
                            SummaryTable.of(results)))
                    .isEmpty();
            draft.publish();
        }

        assertThat(folder.resolve("figures"))
                .isDirectoryContaining("glob:**/latency-ttft.svg")
                .isDirectoryContaining("glob:**/latency-ttft.pdf")
                .isDirectoryNotContaining("glob:**/*.png")
                .isDirectoryContaining("glob:**/utilization.svg");
        assertThat(folder.resolve("manifest-sha256.txt")).content().contains("  figures/utilization.pdf\n");
    }

    @Test
    void machineWithoutFontsStillGetsItsNumbers() throws IOException {
        Runnable noFonts = () -> {
            throw new InternalError("Fontconfig head is null, check your fonts or fonts configuration");
        };
        Optional<String> problem;

        try (RunDraft draft = RunFolder.at(folder).begin(INFO, Host.ofThisProcess())) {
            problem = FigureFiles.write(draft, Set.of(FigureFormat.SVG), noFonts, List::of);
            draft.publish();
        }

        assertThat(problem)
                .hasValueSatisfying(
                        text -> assertThat(text).contains("no fonts", "apt-get install fontconfig fonts-dejavu-core"));
        assertThat(folder).isDirectoryContaining("glob:**/run.json").isDirectoryNotContaining("glob:**/figures");
    }

    @Test
    void withoutFormatsNothingIsDrawnNorLookedFor() throws IOException {
        Runnable noFonts = () -> {
            throw new InternalError("not asked for");
        };

        try (RunDraft draft = RunFolder.at(folder).begin(INFO, Host.ofThisProcess())) {
            assertThat(FigureFiles.write(draft, Set.of(), noFonts, List::of)).isEmpty();
            draft.publish();
        }

        assertThat(folder).isDirectoryNotContaining("glob:**/figures");
    }

    private static Scenario scenario() {
        return new Scenario(
                "tiny",
                "",
                new RunSpec(1, 2, 60_000_000_000L, 600_000_000_000L, 0, 10_000_000_000L, 0),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new TransportSpec.GreatCircle(1.5, 4.9, 0),
                SovereigntySpec.NONE,
                List.of());
    }
}
