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
import org.tafsim.scenario.StarterScenario;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The starter scenario for a few seconds, by the real engine. */
class OptimumCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private Path scenario = Path.of("");

    @BeforeEach
    void writeScenario() throws IOException {
        scenario = Files.writeString(folder.resolve("my.yaml"), StarterScenario.text());
    }

    @Test
    void everyPolicyStandsBesideItsBound() {
        Said said = optimum("--policies", "nearest,cloud-only", "--replications", "2");

        assertThat(said.code()).isZero();
        assertThat(said.outLines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(TextTable.WIDTH));
        assertThat(said.out())
                .containsPattern("policy +e2e_mean, ms +bound +gap +of the bound")
                .containsPattern("policy +ttft_mean, ms +bound +gap")
                .containsPattern("policy +slo_attainment, % +bound +gap")
                .containsPattern("nearest +\\S+ ±\\S+ +\\S+ ±\\S+ +\\S+ ±\\S+ +\\S+ %");
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void gapsOfProgramsAreNeverNegative() {
        Said said = optimum("--policies", "nearest,random", "--replications", "1", "--json");

        JsonNode gaps = JsonMapper.shared().readTree(said.out()).at("/gaps");
        assertThat(gaps.size()).isEqualTo(6);
        gaps.forEach(gap -> assertThat(gap.at("/gap").asDouble()).isNotNegative());
    }

    @Test
    void aCaseThatIsNotSmallIsNotSolved() {
        Said said = optimum("--exact", "--set", "run.duration=5 min");

        assertThat(said.code()).isEqualTo(ExitCodes.INVALID_INPUT);
        assertThat(said.err()).contains("--exact: No exact optimum of").contains("Maybe a shorter run");
    }

    private Said optimum(String... more) {
        String[] args = new String[6 + more.length];
        String[] first = {"optimum", scenario.toString(), "-q", "--set", "run.warmup=0 s", "--set=run.duration=8 s"};
        System.arraycopy(first, 0, args, 0, first.length);
        System.arraycopy(more, 0, args, first.length, more.length);
        return Said.by(args);
    }
}
