package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.cli.console.TextTable;
import org.tafsim.scenario.StarterScenario;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fake engine's p95 is the length of a policy's name and the number of the replication. */
class CompareCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private Path scenario = Path.of("");

    @BeforeEach
    void writeScenario() throws IOException {
        scenario = Files.writeString(folder.resolve("my.yaml"), StarterScenario.text());
    }

    @Test
    void policiesAreRankedAndWhatIsFoundIsSaid() {
        Said said = compare("--policies", "nearest,random,cloud-only", "--metric", "ttft_p95");

        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.outLines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(TextTable.WIDTH));
        assertThat(said.out())
                .contains("by ttft_p95 (less is better)")
                .containsPattern("1 +random +8\\.0 ±\\S+ +first")
                .containsPattern("2 +nearest .* 1\\.00 ±0\\.00 +0\\.0000 +0\\.0 % +worse")
                .containsPattern("3 +cloud-only .* 4\\.00 ±0\\.00 +0\\.0000 +0\\.0 % +worse")
                .contains("random is the best of these with a probability of at least 100.0 %.");
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void theOtherEndCanBeTheGoodOne() {
        Said said = compare("--policies", "nearest,random", "--metric", "ttft_p95", "--best", "largest");

        assertThat(said.out()).containsPattern("1 +nearest");
    }

    @Test
    void asGoodAsEachOtherIsSaid() {
        Said said = compare("--policies", "nearest,round-robin,random", "--metric", "requests");

        assertThat(said.out()).contains("Which is the best cannot be told: 3 are as good as each other");
    }

    @Test
    void jsonIsAllThatIsPrintedForPrograms() {
        Said said = compare("--policies", "nearest,random", "--metric", "ttft_p95", "--json");

        JsonNode json = JsonMapper.shared().readTree(said.out());
        assertThat(json.at("/ranking/0/policy").asString()).isEqualTo("random");
        assertThat(json.at("/ranking/1/to_first").asDouble()).isEqualTo(1);
        assertThat(json.at("/probability_of_correct_selection").asDouble()).isEqualTo(1);
        assertThat(json.at("/differences/0/baseline").asString()).isEqualTo("nearest");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Said said =
                compare("--policies", "nearest", "--replications", "1", "--metric", "ttft_p59", "--baseline", "nearst");

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err())
                .contains(
                        "needs two policies",
                        "needs two replications",
                        "no metric 'ttft_p59'. Maybe 'ttft_p95'?",
                        "'nearst' is not compared. Maybe 'nearest'?");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void aMetricThatTheScenarioLacksIsNamed() {
        Said said = compare("--policies", "nearest,random", "--metric", "carbon_g");

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("Policy nearest has no metric carbon_g.");
    }

    private Said compare(String... arguments) {
        List<String> all = new ArrayList<>(List.of("compare", scenario.toString(), "--quiet"));
        all.addAll(List.of(arguments));
        return Said.by(new FakeEngine(), all.toArray(new String[0]));
    }
}
