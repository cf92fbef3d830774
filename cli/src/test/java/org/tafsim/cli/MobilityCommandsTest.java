package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

/** Traces of vehicles, described and turned into movement and journeys. */
class MobilityCommandsTest {

    /** A car goes east at 10 m/s, another stands. */
    private static final String TRACE = """
            <fcd-export>
              <timestep time="0"><vehicle id="a" x="0" y="0" speed="10"/><vehicle id="b" x="0" y="9" speed="0"/></timestep>
              <timestep time="100"><vehicle id="a" x="1000" y="0" speed="10"/><vehicle id="b" x="0" y="9" speed="0"/></timestep>
              <timestep time="200"><vehicle id="a" x="2000" y="0" speed="10"/><vehicle id="b" x="0" y="9" speed="0"/></timestep>
            </fcd-export>
            """;

    private static final String ZONES = "zone,x,y\nwest,0,0\neast,1500,0\n";

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
            populations:
              - {id: west, city: Oslo, access: sa-midband, upf: oslo, MOVEMENT}
              - {id: east, city: Oslo, access: sa-midband, upf: oslo}
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
    void whatFitPrintsIsTheMovementAndTheJourneysOfAScenarioThatRuns() throws IOException {
        Said said = Said.by("mobility", "fit", file("fcd.xml", TRACE), "--zones", file("zones.csv", ZONES));
        assertThat(said.code()).as(said.err()).isZero();
        String movement = said.outLines().stream()
                .filter(line -> line.startsWith("movement: "))
                .findFirst()
                .orElseThrow();
        String journeys = said.out().substring(said.out().indexOf("journeys:"));
        String scenario = file("pasted.yaml", SCENARIO.replace("MOVEMENT", movement) + journeys);

        assertThat(said.out())
                .contains("# Source: fcd.xml\n", "# sha256: ", "{share: 0.5, speed: ", "cellRadius: 250 m}");
        assertThat(journeys)
                .isEqualTo(
                        "journeys:\n  - {from: west, to: east, share: 0.5, after: {quantiles: {0: 100000 ms, "
                                + "0.05: 100000 ms, 0.25: 100000 ms, 0.5: 100000 ms, 0.75: 100000 ms, 0.95: 100000 ms, 1: 100000 ms}}}\n");
        assertThat(Said.by("check", scenario).err()).isEmpty();
        Said run = Said.by(
                "run",
                scenario,
                "--no-figures",
                "--no-report",
                "--out",
                folder.resolve("run").toString());
        assertThat(run.code()).as(run.err()).isZero();
    }

    @Test
    void describeFitsAHundredColumns() throws IOException {
        Said said = Said.by(
                "mobility",
                "describe",
                file("fcd.xml", TRACE),
                "--zones",
                file("zones.csv", ZONES),
                "--cells-radius",
                "400 m");

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.outLines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(TextTable.WIDTH));
        assertThat(said.out())
                .contains("2, in 3 timesteps over 200.0 s", "mean 5.00 m/s", "50.0 % of the time standing")
                .contains("as large as a circle of 400.0 m", "2, 0.005000 /s of a vehicle", "0.007958 /s; ratio 0.628")
                .contains("west to east", "50.0 % of 2 stays, after p50 100.0 s");
    }

    @Test
    void describeForProgramsHasTheSameNumbersAndCellsMayBeGiven() throws IOException {
        JsonNode facts = JsonMapper.shared()
                .readTree(Said.by(
                                "mobility",
                                "describe",
                                file("fcd.xml", TRACE),
                                "--cells",
                                file("cells.csv", "x,y\n0,0\n3000,0\n"),
                                "--json")
                        .out());

        assertThat(facts.get("handovers").asInt()).isEqualTo(1);
        assertThat(facts.get("speedMean").asDouble()).isEqualTo(5);
        assertThat(facts.get("handoversPerSecond").asDouble()).isEqualTo(1 / 400.0);
        double fluid = 2 * 5 / (Math.PI * facts.get("cellRadiusMeters").asDouble());
        assertThat(facts.get("fluidPerSecond").asDouble()).isCloseTo(fluid, within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fit", "describe"})
    void whatIsWrongWithAFileIsToldByItsLineAndIsInvalidInput(String command) throws IOException {
        Said said = Said.by("mobility", command, file("bad.xml", TRACE.replace("x=\"1000\"", "x=\"far\"")));

        assertThat(said.code()).isEqualTo(ExitCodes.INVALID_INPUT);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .contains("bad.xml:3:", "'x' is \"far\"; expected a position (m)")
                .doesNotContain("Exception");
    }

    @Test
    void aRadiusThatIsNoneAndATraceInOneCellAreInvalidInput() throws IOException {
        Said radius = Said.by("mobility", "describe", file("fcd.xml", TRACE), "--cells-radius", "wide");
        Said still = Said.by("mobility", "fit", file("fcd.xml", TRACE), "--cells-radius", "50 km");

        assertThat(radius.code()).isEqualTo(ExitCodes.INVALID_INPUT);
        assertThat(radius.err()).contains("--cells-radius: \"wide\" is not a distance such as 300 m");
        assertThat(still.code()).isEqualTo(ExitCodes.INVALID_INPUT);
        assertThat(still.err()).contains("no vehicle changes its cell");
    }

    @Test
    void mobilityAloneSaysWhatItCanDo() {
        Said said = Said.by("mobility");

        assertThat(said.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(said.err()).contains("describe or fit");
    }
}
