package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.TextTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TraceCommandsTest {

    private static final Path FIXTURES = Path.of("..", "scenarios", "src", "test", "resources", "traces");
    private static final Path DATA = Path.of("..", "..", "shared", "data");
    private static final Path AZURE = DATA.resolve("azure-llm-2023/AzureLLMInferenceTrace_conv.csv");
    private static final Path LARGE = DATA.resolve("servegen/m-large");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private static String fixture(String name) {
        return FIXTURES.resolve(name).toString();
    }

    private static String shared(Path file) {
        assumeTrue(Files.exists(file), "The data are not beside the project: " + file);
        return file.toString();
    }

    private static JsonNode json(Said said) {
        assertThat(said.code()).as(said.err()).isZero();
        return JsonMapper.shared().readTree(said.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "azure-2024.csv",
                "azure-2025.csv",
                "burstgpt.csv",
                "burstgpt-sessions.csv",
                "servegen-client.csv",
                "servegen-client.json",
                "telecom-grid.tsv"
            })
    void everyFormatIsDescribedWithinAHundredColumns(String name) {
        Said said = Said.by("trace", "describe", fixture(name));

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).isNotBlank().doesNotContain("NaN", "Infinity");
        assertThat(said.outLines()).allMatch(line -> line.length() <= TextTable.WIDTH);
        assertThat(json(Said.by("trace", "describe", fixture(name), "--json")).size())
                .isGreaterThan(3);
    }

    @Test
    void failuresAreCountedAndLeftOut() {
        Said said = Said.by("trace", "describe", fixture("burstgpt.csv"));

        assertThat(said.out()).contains("burstgpt", "7, 2 failed and passed over");
    }

    /** The row of the reference's table. */
    @Test
    void azuresConversationsAreDescribedAsPublished() {
        JsonNode facts = json(Said.by("trace", "describe", shared(AZURE), "--json"));

        assertThat(facts.get("requests").asInt()).isEqualTo(19_366);
        assertThat(facts.get("rate_per_s").asDouble()).isCloseTo(5.53, within(0.005));
        assertThat(facts.get("gap_cv").asDouble()).isCloseTo(1.09, within(0.005));
        assertThat(facts.at("/prompt_tokens/mean").asDouble()).isCloseTo(1155, within(0.5));
        assertThat(facts.at("/prompt_tokens/p95").asInt()).isEqualTo(4083);
        assertThat(facts.at("/output_tokens/p99").asInt()).isEqualTo(601);
    }

    @Test
    void clientsAreListedTheLargestFirst() {
        Said said = Said.by("trace", "describe", shared(LARGE), "--top", "2");

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).containsPattern("clients +4\n").contains("14.0 d in windows of 10.0 min");
        assertThat(said.out()).contains("share", "idle", "family", "tokens");
        assertThat(said.outLines().stream().filter(line -> line.startsWith("chunk-")))
                .hasSize(2);
    }

    @Test
    void whatIsConvertedHasTheSameFigures() throws IOException {
        Path out = folder.resolve("conv.csv");

        Said said = Said.by("trace", "convert", shared(AZURE), "--to", "tafsim", "--out", out.toString());

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.err()).contains("19,366 requests");
        assertThat(Files.readAllLines(out)).startsWith("arrival_s,input_tokens,output_tokens", "0,374,44");
        List<String> before = Said.by("trace", "describe", AZURE.toString()).outLines();
        List<String> after = Said.by("trace", "describe", out.toString()).outLines();
        assertThat(columns(after)).isEqualTo(columns(before));
    }

    /** The heading has the file's name, as wide as it is. */
    private static List<String> columns(List<String> lines) {
        return lines.stream().skip(1).map(line -> line.replaceAll(" +", " ")).toList();
    }

    @Test
    void aPartIsTakenFromBurstGptToStandardOutput() {
        Said said = Said.by(
                "trace",
                "convert",
                fixture("burstgpt.csv"),
                "--to",
                "tafsim",
                "--start",
                "1 min",
                "--duration",
                "3 min",
                "--speed",
                "2",
                "--out",
                "-");

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.outLines())
                .containsExactly("arrival_s,input_tokens,output_tokens", "23,300,250", "58,1300,600", "88,1200,30");
    }

    @Test
    void aGridBecomesADayAndPopulations() throws IOException {
        Path out = folder.resolve("milan.yaml");

        Said said = Said.by(
                "trace",
                "convert",
                fixture("telecom-grid.tsv"),
                "--to",
                "scenario",
                "--blocks",
                "50",
                "--out",
                out.toString());

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(Files.readAllLines(out))
                .hasSize(6)
                .contains("populations:")
                .anyMatch(line -> line.startsWith("  - {id: milan-1-1, city: milan-1-1, country: IT, latitude: 45.5"));
    }

    /** Published: gamma k 0.871, theta 0.2076 s. What is written goes into a scenario that check accepts. */
    @Test
    void theFitOfAzuresConversationsIsThePublishedOneAndAScenarioTakesIt() throws IOException {
        Said said = Said.by("trace", "fit", shared(AZURE));

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.err())
                .containsPattern("gamma +0\\.01[67]\\d +k 0\\.871\\d, theta 0\\.207\\d s")
                .containsPattern("weibull +0\\.01[67]\\d +k 0\\.92")
                .containsPattern("exponential +0\\.02[12]\\d");
        assertThat(said.err().lines()).allMatch(line -> line.length() <= TextTable.WIDTH);
        assertThat(said.outLines()).hasSize(4);
        assertThat(said.outLines().get(1)).startsWith("arrivals: {type: ").contains("rate: 5.5");
        assertCheckAccepts(said);
    }

    @Test
    void aFitOfClientsIsArrivalsByWindows() throws IOException {
        Said said = Said.by("trace", "fit", fixture("servegen-client.csv"), fixture("servegen-client.json"));

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out())
                .contains(
                        "type: clients",
                        "window: 600 s",
                        "rates: [2 /s, 0 /s, 4 /s, 1 /s]",
                        "variations: [1.5, 1, 1, 3]");
        assertCheckAccepts(said);
    }

    private void assertCheckAccepts(Said fitted) throws IOException {
        String fields =
                fitted.outLines().stream().filter(line -> !line.startsWith("#")).collect(Collectors.joining(", "));
        String hello = Files.readString(Path.of("..", "scenarios", "hello.yaml"));
        String stated = "arrivals: {rate: 1 /s}, prompt: 512, output: 128";
        assertThat(hello).contains(stated);
        Path scenario = Files.writeString(folder.resolve("fitted.yaml"), hello.replace(stated, fields));

        Said said = Said.by("check", "--quiet", scenario.toString());

        assertThat(said.code()).as(said.err()).isZero();
    }

    @Test
    void fitsAreThereForPrograms() {
        JsonNode fits = json(Said.by("trace", "fit", shared(AZURE), "--json"));

        assertThat(fits.get("gaps").valueStream().map(fit -> fit.get("family").asString()))
                .contains("gamma", "weibull", "exponential", "lognormal");
        assertThat(fits.at("/gaps/0/ks").asDouble()).isLessThan(0.03);
        assertThat(fits.at("/prompt/0/family").asString()).isEqualTo("quantiles");
    }

    @Test
    void mistakesAreToldWithFileLineAndColumn() throws IOException {
        Path trace = Files.writeString(folder.resolve("bad.csv"), """
                arrival_s,input_tokens,output_tokens
                0,5,5
                1,-5,5
                2,5
                -1,5,5
                """);

        for (List<String> command : List.of(
                List.of("trace", "describe", trace.toString()),
                List.of("trace", "fit", trace.toString()),
                List.of("trace", "convert", trace.toString(), "--to", "tafsim", "--out", "-"))) {
            Said said = Said.by(command.toArray(new String[0]));

            assertThat(said.code()).isEqualTo(ExitCodes.INVALID_INPUT);
            assertThat(said.out()).isEmpty();
            assertThat(said.err())
                    .contains("bad.csv:3:3: -5 prompt tokens", "bad.csv:4: has 2 columns", "bad.csv:5: arrives before")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void whatCannotBeDoneIsSaidInOneLine() throws IOException {
        String unknown =
                Files.writeString(folder.resolve("what.txt"), "hello\n").toString();
        String few = Files.writeString(
                        folder.resolve("few.csv"), "arrival_s,input_tokens,output_tokens\n0,5,5\n1,5,5\n")
                .toString();

        assertSaid("begins like no known format", "trace", "describe", unknown);
        assertSaid(
                "does not exist",
                "trace",
                "describe",
                folder.resolve("none.csv").toString());
        assertSaid("begins as tafsim; expected azure", "trace", "describe", few, "--format", "azure");
        assertSaid("the heading lacks the columns", "trace", "describe", unknown, "--format", "azure");
        assertSaid("1 gaps are too few", "trace", "fit", few);
        assertSaid("a grid has no requests", "trace", "fit", fixture("telecom-grid.tsv"));
        assertSaid(
                "expected --to scenario",
                "trace",
                "convert",
                fixture("telecom-grid.tsv"),
                "--to",
                "tafsim",
                "--out",
                "-");
        assertSaid(
                "hold no requests", "trace", "convert", fixture("servegen-client.csv"), "--to", "tafsim", "--out", "-");
        assertSaid("not in blocks", "trace", "convert", few, "--to", "mooncake", "--out", "-");
        assertSaid("lengths alone are no workload", "trace", "fit", fixture("servegen-client.json"));
        assertSaid("only those of ServeGen's clients", "trace", "describe", few, fixture("burstgpt.csv"));
        assertSaid("no file of a ServeGen client", "trace", "describe", folder.toString());
        assertSaid(
                "\"soon\" is not a duration",
                "trace",
                "convert",
                few,
                "--to",
                "tafsim",
                "--out",
                "-",
                "--start",
                "soon");
        assertSaid("must lie in (0, 1]", "trace", "convert", few, "--to", "tafsim", "--out", "-", "--sample", "2");
        assertSaid(
                "does not divide 100",
                "trace",
                "convert",
                fixture("telecom-grid.tsv"),
                "--to",
                "scenario",
                "--out",
                "-",
                "--blocks",
                "7");
    }

    private static void assertSaid(String message, String... command) {
        Said said = Said.by(command);
        assertThat(said.code()).as(said.err()).isEqualTo(ExitCodes.INVALID_INPUT);
        assertThat(said.err()).contains(message).doesNotContain("Exception");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void anUnknownFormatIsAUsageErrorWithASuggestion() {
        Said said = Said.by("trace", "describe", "any.csv", "--format", "azur");

        assertThat(said.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(said.err()).contains("Maybe 'azure'?");
    }
}
