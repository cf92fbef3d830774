package org.tafsim.scenario.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.model.ArrivalSpec.Renewal.Family;
import org.tafsim.scenario.source.Problem;
import org.tafsim.scenario.source.Problems;

class ServeGenFilesTest {

    private static final Path FIXTURES = Path.of("src", "test", "resources", "traces");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    private final Problems problems = new Problems();

    @Test
    void aClientHasWindows() {
        ServeGenWindows client = ServeGenWindows.read(FIXTURES.resolve("servegen-client.csv"), problems)
                .orElseThrow();

        assertThat(client.windowSeconds()).isEqualTo(600);
        assertThat(client.windows()).hasSize(4);
        assertThat(client.meanRate()).isCloseTo(7 / 4.0, within(1e-12));
        assertThat(client.meanVariation()).isCloseTo((2 * 1.5 + 4 + 3) / 7, within(1e-12));
        assertThat(client.usualFamily()).isEqualTo(Family.WEIBULL);
    }

    @Test
    void lengthsAreAddedUpOverWindowsThatHaveAny() {
        ServeGenTokens tokens = ServeGenTokens.read(FIXTURES.resolve("servegen-client.json"), problems)
                .orElseThrow();

        assertThat(tokens.prompts()).containsExactly(entry(17, 1.25), entry(18, 0.5), entry(2000, 0.25));
        assertThat(tokens.outputs()).containsExactly(entry(1, 1.5), entry(7, 0.5));
    }

    @Test
    void everyBadWindowIsToldWithItsColumn() throws IOException {
        Path file = Files.writeString(folder.resolve("chunk-1-trace.csv"), """
                0,1,1,Gamma,1,1
                600,1,1,Gamma
                600,-1,1,Gamma,1,1
                600,1,1,Pareto,1,1
                600,1,x,Gamma,1,1
                600,1,1,Gamma,1,1
                1300,1,1,Gamma,1,1
                600,1,1,Gamma,1,1
                """);

        assertThat(ServeGenWindows.read(file, problems)).isEmpty();
        assertThat(told())
                .containsExactly(
                        file + ":2: has 4 columns; expected 6: start, rate, CV, family, shape, scale. "
                                + "Maybe the line is cut off.",
                        file + ":3:5: \"-1\" is not a rate in 1/s; expected a number, at least 0.",
                        file + ":4:9: \"Pareto\" is not a family; expected Gamma or Weibull.",
                        file + ":5:7: \"x\" is not a coefficient of variation; expected a number, at least 0.",
                        file + ":7:1: \"1300\" does not follow the window before; expected windows of one length, in "
                                + "order of time.",
                        file + ":8:1: \"600\" does not follow the window before; expected windows of one length, in "
                                + "order of time.");
    }

    @Test
    void aClientThatNeverSendsIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("chunk-1-trace.csv"), "0,0,0,,0,0\n");

        assertThat(ServeGenWindows.read(file, problems)).isEmpty();
        assertThat(told()).containsExactly(file + ": holds no window with requests.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1, 2]|character 1: is not a dict of tokens to probabilities such as {17: 0.25}: \"[1, 2]\" where",
                "{17: 0.25|character 10: is not a dict of tokens to probabilities such as {17: 0.25}: its end where",
                "{17 0.25}|character 5: is not a dict",
                "{17: 0.25, 17: 0.1}|character 12: 17 tokens have two probabilities; expected one.",
                "{-17: 0.25}|character 2: \"-17\" is not a number of tokens.",
                "{many: 0.25}|character 2: \"many\" is not a number of tokens.",
                "{17: 25}|character 6: \"25\" is not a probability from 0 to 1.",
                "{17: nan}|character 6: \"nan\" is not a probability from 0 to 1.",
                "{17: 1} x|character 9: \"x\" follows the dict; expected nothing.",
                "{: 1}|character 2: \": 1}\" is not a number."
            })
    void aTextThatIsNoDictIsToldWithItsPlace(String dict, String problem) throws IOException {
        Path file = Files.writeString(
                folder.resolve("chunk-1-dataset.json"),
                "{\"0\": {\"input_tokens\": \"%s\", \"output_tokens\": \"{1: 1.0}\"}}".formatted(dict));

        assertThat(ServeGenTokens.read(file, problems)).isEmpty();
        assertThat(told()).singleElement().asString().startsWith(file + ": 0.input_tokens: " + problem);
    }

    @Test
    void whatIsNotJsonOrNoTextIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("chunk-1-dataset.json"), "{\"0\": \n {\"input_tokens\": }");
        Path other =
                Files.writeString(folder.resolve("chunk-2-dataset.json"), "{\"0\": {\"input_tokens\": {\"1\": 1}}}");

        assertThat(ServeGenTokens.read(file, problems)).isEmpty();
        assertThat(ServeGenTokens.read(other, problems)).isEmpty();
        assertThat(told()).hasSize(3);
        assertThat(told().get(0)).startsWith(file + ":2:").contains("is not JSON");
        assertThat(told().subList(1, 3))
                .allMatch(problem -> problem.contains("is no text; expected that of a dict"))
                .anyMatch(problem -> problem.contains("0.input_tokens"))
                .anyMatch(problem -> problem.contains("0.output_tokens"));
    }

    private List<String> told() {
        return problems.list().stream().map(Problem::toString).toList();
    }
}
