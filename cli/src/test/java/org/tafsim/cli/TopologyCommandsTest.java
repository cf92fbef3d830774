package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.TextTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Networks in the files of others, described and turned into transport graphs. */
class TopologyCommandsTest {

    private static final String NETWORK = """
            {"graph": {"name": "nordic", "demands": {}},
             "nodes": [
              {"id": 3, "name": "Oslo", "pos": [10.75, 59.91]}, {"id": 5, "name": "Stockholm", "pos": [18.07, 59.33]},
              {"id": 8, "name": "Hamburg", "pos": [9.99, 53.55]}, {"id": 9, "name": "New York", "pos": [-74.0, 40.7]},
              {"id": 11, "name": "nowhere"}],
             "edges": [
              {"source": 3, "target": 5}, {"source": 5, "target": 8}, {"source": 8, "target": 3}, {"source": 5, "target": 3},
              {"source": 3, "target": 9}, {"source": 9, "target": 11}]}
            """;

    private static final String SCENARIO = """
            apiVersion: tafsim/v1
            kind: Scenario
            run: {warmup: 1 s, duration: 5 s, replications: 1}
            operators: [{id: telco, seat: DE}]
            sites:
              - id: hall
                city: Hamburg
                tier: regional
                operator: telco
                accelerators: {L4: 1}
                serve: [{model: llama-3.1-8b}]
            upfs: [{id: oslo, city: Oslo, operator: telco}]
            populations: [{id: people, city: Oslo, access: sa-midband, upf: oslo}]
            apps:
              - {id: chat, model: llama-3.1-8b, class: PUB, arrivals: {rate: 2 /s}, prompt: 128, output: 16}
            policies: [nearest]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void whatImportPrintsIsTheTransportOfAScenarioThatRuns() throws IOException {
        Said said = Said.by("topology", "import", file("nordic.json", NETWORK), "--operator", "telco");
        assertThat(said.code()).as(said.err()).isZero();
        String scenario = file("pasted.yaml", SCENARIO + said.out());

        assertThat(Said.by("check", scenario).err()).isEmpty();
        Said run = Said.by("run", scenario, "--out", folder.resolve("run").toString());
        assertThat(run.code()).as(run.err()).isZero();
    }

    @Test
    void notesGoToTheUserAndIntoTheFragmentWithTheHashOfTheSource() throws IOException {
        Said said = Said.by("topology", "import", file("nordic.json", NETWORK));

        assertThat(said.err())
                .contains("note: ", "1 node outside Europe", "left out 1 node without coordinates", "parallel links");
        assertThat(said.out())
                .contains("# Source: nordic.json\n", "# sha256: ", "- left out 1 node without coordinates")
                .contains("{from: oslo, to: stockholm, capacity: 200 Gbit/s, operator: carrier}");
        assertThat(said.outLines().stream().filter(line -> line.startsWith("#")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(TextTable.WIDTH));
    }

    @Test
    void importWritesAFileAsAWholeAndLeavesNoDraft() throws IOException {
        Path out = folder.resolve("transport.yaml");

        Said said = Said.by(
                "topology",
                "import",
                file("nordic.json", NETWORK),
                "--europe",
                "--capacity",
                "400 Gbit/s",
                "--out",
                out.toString());

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).isEqualTo("Wrote %s: 3 nodes, 3 links.%n".formatted(out));
        assertThat(out).content().contains("400 Gbit/s", "800 Gbit/s").doesNotContain("{id: new-york");
        assertThat(folder).isDirectoryNotContaining("glob:**.draft");
    }

    @Test
    void describeFitsAHundredColumns() throws IOException {
        Said said = Said.by("topology", "describe", file("nordic.json", NETWORK));

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.outLines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(TextTable.WIDTH));
        assertThat(said.out())
                .contains("5 nodes, 6 links, 1 connected part(s)", "4: DE 1, NO 1, SE 1, US 1", "Oslo - New York")
                .containsPattern("degree\\s+1 to 3, mean 2.00")
                .containsPattern("diameter\\s+[0-9,]+ km, 2 hops");
    }

    @Test
    void describeForProgramsHasTheSameNumbers() throws IOException {
        JsonNode entry = JsonMapper.shared()
                .readTree(Said.by("topology", "describe", file("nordic.json", NETWORK), "--europe", "--json")
                        .out());

        assertThat(entry.get("nodes").asInt()).isEqualTo(3);
        assertThat(entry.at("/stated/links").asInt()).isEqualTo(6);
        assertThat(entry.get("linkKmMin").asDouble()).isBetween(410.0, 425.0);
        assertThat(entry.at("/longest/0/from").asString()).isEqualTo("Stockholm");
    }

    @Test
    void describeDraws() throws IOException {
        Path svg = folder.resolve("map.svg");
        Path png = folder.resolve("map.png");

        Said said = Said.by(
                "topology",
                "describe",
                file("nordic.json", NETWORK),
                "--europe",
                "--svg",
                svg.toString(),
                "--png",
                png.toString());

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(svg).content().startsWith("<svg").contains("Oslo", "Stockholm", "Hamburg");
        assertThat(png).isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "describe"})
    void whatIsWrongWithAFileIsToldByItsLineAndIsInvalidInput(String command) throws IOException {
        Said said = Said.by("topology", command, file("bad.json", NETWORK.replace("\"target\": 11", "\"target\": 12")));

        assertThat(said.code()).isEqualTo(ExitCodes.INVALID_INPUT);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .contains("bad.json:8:", "a link ends at '12', which is no node of the file.")
                .doesNotContain("Exception");
    }

    @Test
    void aFileThatIsNotThereAndACapacityThatIsNoneAreInvalidInput() throws IOException {
        assertThat(Said.by("topology", "import", "none.json"))
                .isEqualTo(new Said(ExitCodes.INVALID_INPUT, "", "none.json: does not exist.%n".formatted()));
        Said said = Said.by("topology", "import", file("nordic.json", NETWORK), "--capacity", "fast");
        assertThat(said.code()).isEqualTo(ExitCodes.INVALID_INPUT);
        assertThat(said.err()).contains("--capacity: \"fast\" is not a data rate");
        Said lost = Said.by("topology", "import", file("nordic.json", NETWORK), "--out", folder + "/no/x.yaml");
        assertThat(lost.code()).isEqualTo(ExitCodes.INVALID_INPUT);
        assertThat(lost.err()).contains("its folder does not exist");
    }

    @Test
    void anUnknownKindOfCoordinatesIsAUsageErrorWithASuggestion() {
        Said said = Said.by("topology", "import", "x", "--coordinates", "degree-minutes");

        assertThat(said.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(said.err()).contains("Maybe 'degrees-minutes'?");
    }
}
