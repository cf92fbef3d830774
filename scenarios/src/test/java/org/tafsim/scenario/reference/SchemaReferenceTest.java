package org.tafsim.scenario.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Run with {@code -Dtafsim.reference=write} to write the pages anew. */
class SchemaReferenceTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String HEAD = """
            # %s

            <!-- Written by SchemaReferenceTest from the schema; change that, then run it with -Dtafsim.reference=write. -->

            Every key, from the [schema](../../scenarios/schema/%s) that editors complete from. %s
            Keys in **bold** must be there. A place such as `one[].two` is read from the top of the file: the key `two` of an entry of the list `one`; `…` stands for a name. Where the default is empty, the meaning says what happens without the key.
            """;

    record Page(String file, String schema, String title, String explained) {

        String text() throws IOException {
            return HEAD.formatted(title, schema, explained) + reference().sections();
        }

        SchemaReference reference() throws IOException {
            JsonNode root = JsonMapper.builder()
                    .build()
                    .readTree(Files.readString(ROOT.resolve("scenarios/schema").resolve(schema)));
            return new SchemaReference(root);
        }
    }

    static Stream<Page> pages() {
        return Stream.of(
                new Page(
                        "scenario-keys.md",
                        "scenario-v1.schema.json",
                        "Keys of scenarios",
                        "[The scenario format](../scenario-format.md) explains them in context."),
                new Page(
                        "experiment-keys.md",
                        "experiment-v1.schema.json",
                        "Keys of experiments",
                        "[Experiments](../experiments.md) explains them in context."));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thePageListsEveryKeyOfTheSchema(Page page) throws IOException {
        String text = page.text();
        Path file = ROOT.resolve("docs/reference").resolve(page.file());
        if ("write".equals(System.getProperty("tafsim.reference"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }

        assertThat(Files.readString(file)).isEqualTo(text);
    }

    /** Links lead to the right section. */
    @ParameterizedTest
    @MethodSource("pages")
    void headingsAreUnique(Page page) throws IOException {
        assertThat(page.reference().titles()).doesNotHaveDuplicates().doesNotContain("Values");
    }
}
