package org.tafsim.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema, which editors read, takes what the reader takes. */
class ExperimentSchemaTest {

    private static final Path SCENARIOS = Path.of("..", "scenarios");

    static Stream<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(SCENARIOS.resolve("experiments"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedExperimentIsValidAndReads(Path file) throws IOException {
        String text = Files.readString(file);

        assertThat(errors(text)).isEmpty();
        assertThat(ExperimentReader.read(file.toString(), text, SCENARIOS.resolve("experiments"), false)
                        .base())
                .exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nmae: x",
                "sweep: [{gird: {a: [1]}}]",
                "sweep: [{sample: {points: 4, parms: {a: {uniform: [1, 2]}}}}]",
                "output: {serie: true}",
                "execution: {chunks: 1}",
                "replications: {counts: 3}",
                "search: {largest: a, between: [1, 2], goal: [requests >= 1]}"
            })
    void neitherTakesUnknownKeys(String wrong) throws IOException {
        String rest =
                (wrong.startsWith("sweep") || wrong.startsWith("search") ? "" : "sweep: [{grid: {a: [1]}}]\n") + wrong;

        assertThat(errors("apiVersion: tafsim/v1\nkind: Experiment\nbase: x.yaml\n" + rest))
                .isNotEmpty();
        assertThat(Experiments.problems(rest)).isNotEmpty();
    }

    private static List<String> errors(String yaml) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCENARIOS.resolve("schema/experiment-v1.schema.json")), InputFormat.JSON);
        return schema.validate(yaml, InputFormat.YAML).stream()
                .map(Object::toString)
                .toList();
    }
}
