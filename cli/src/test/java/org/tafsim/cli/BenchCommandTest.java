package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.cli.console.ExitCodes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchCommandTest {

    /** Two requests at one site, half a millisecond apart, of a millisecond each; a third elsewhere. */
    private static final String TRACE = """
            0,0,1000
            500,0,1000
            2000,3,250
            """;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({"fifo,0.916667,1.000,1.500", "ps,1.083333,1.500,1.500"})
    void responseTimesAreThoseWorkedOutByHand(String discipline, String mean, String p50, String max)
            throws IOException {
        Path trace = Files.writeString(folder.resolve("trace.csv"), TRACE);

        Said said = Said.by("bench", "ew1", "--trace", trace.toString(), "--discipline", discipline, "--json");

        JsonNode line = JsonMapper.shared().readTree(said.out());
        assertThat(said.code()).isZero();
        assertThat(line.get("meanMs").asString()).isEqualTo(mean);
        assertThat(line.get("p50Ms").decimalValue()).isEqualByComparingTo(p50);
        assertThat(line.get("maxMs").decimalValue()).isEqualByComparingTo(max);
        assertThat(line.get("sites").asInt()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5,0,10;4,0,10 | :2: | comes before",
                "5,0 | :1: | is not arrival_us,site,service_us",
                "5,0,10,1 | :1: | is not arrival_us,site,service_us",
                "x,0,10 | :1: | is not a arrival",
                "5,-1,10 | :1: | is not a site",
                "5,0,0 | :1: | is not a service",
                "5,0,99999999999999999999 | :1: | is not a service",
                "'' | : | the trace is empty"
            })
    void badLinesAreRefusedWithTheirNumbers(String lines, String place, String message) throws IOException {
        Path trace = Files.writeString(folder.resolve("bad.csv"), lines.replace(';', '\n'));

        Said said = Said.by("bench", "ew1", "--trace", trace.toString(), "--discipline", "fifo");

        assertThat(said.code()).isEqualTo(ExitCodes.INVALID_INPUT);
        assertThat(said.err()).contains("bad.csv" + place).contains(message).doesNotContain("\tat ");
    }

    @Test
    void aTraceThatIsNotThereIsNamed() {
        Said said =
                Said.by("bench", "ew1", "--trace", folder.resolve("none.csv").toString(), "--discipline", "ps");

        assertThat(said.code()).isEqualTo(ExitCodes.INVALID_INPUT);
        assertThat(said.err()).contains("none.csv does not exist");
    }

    @Test
    void bothModesServeTheSameRequestsInTheSameIterations() {
        Said said = Said.by("bench", "serving", "--requests", "2000", "--replicas", "3", "--json");

        JsonNode line = JsonMapper.shared().readTree(said.out());
        assertThat(said.code()).isZero();
        assertThat(line.get("requests").asInt()).isEqualTo(2000);
        assertThat(line.get("stepByStepEvents").asLong())
                .isEqualTo(line.get("iterations").asLong() + 2000);
        assertThat(line.get("events").asLong())
                .isLessThan(line.get("stepByStepEvents").asLong());
    }

    @Test
    void scalingShowsSizesOfRequestsAndReplicas() {
        Said said = Said.by("bench", "serving", "--requests", "2000", "--replicas", "3", "--scaling", "--json");

        JsonNode lines = JsonMapper.shared().readTree(said.out());
        assertThat(said.code()).isZero();
        assertThat(lines.valueStream().map(line -> line.get("replicas").asInt() + "/" + line.get("requests")))
                .containsExactly("3/20", "3/200", "3/2000", "3/20000", "1/2000", "10/2000", "100/2000", "1000/2000");
    }

    @Test
    void aCommandThatIsNoneIsWrongUsage() {
        Said said = Said.by("bench", "external", "'python3");

        assertThat(said.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(said.err()).contains("parameter 'command'", "has a quote that is not closed");
    }

    @Test
    void benchAloneAsksWhatToMeasure() {
        Said said = Said.by("bench");

        assertThat(said.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(said.err()).contains("ew1, serving, law, coexistence, store or external");
    }
}
