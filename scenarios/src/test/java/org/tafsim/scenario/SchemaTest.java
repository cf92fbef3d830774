package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.scenario.catalog.Catalog;
import org.tafsim.scenario.catalog.PackedFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The schema, which editors read, says what the reader does. */
class SchemaTest {

    private static final String TEXT = new PackedFiles().get("schema/scenario-v1.schema.json");
    private static final JsonNode ROOT = JsonMapper.builder().build().readTree(TEXT);
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT, InputFormat.JSON);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello.yaml",
                "edge-vs-cloud.yaml",
                "trace-replay.yaml",
                "conversations.yaml",
                "ran-coexistence.yaml"
            })
    void everyShippedScenarioIsValid(String file) throws IOException {
        assertThat(errors(Files.readString(Readers.shipped(file)))).isEmpty();
    }

    @Test
    void theScenarioWithEveryKeyAndItsResolvedFormAreValid() throws IOException {
        assertThat(errors(Files.readString(Readers.RESOURCES.resolve("everything.yaml"))))
                .isEmpty();
        assertThat(errors(ResolvedScenarioWriter.yaml(Readers.everything()))).isEmpty();
        assertThat(errors(StarterScenario.text())).isEmpty();
    }

    /** Every kind of mapping has in the schema the keys that the reader asks for, no more and no less. */
    @Test
    void schemaAndReaderKnowTheSameKeys() throws IOException {
        Map<String, Set<String>> read =
                Readers.knownKeys(Files.readString(Readers.RESOURCES.resolve("everything.yaml")));
        Map<String, Set<String>> stated = new TreeMap<>();
        collectKeys(ROOT, stated);
        stated.remove("a condition"); // its keys are the facts, which the reader does not ask for one by one

        assertThat(stated.keySet()).allSatisfy(noun -> assertThat(read).containsKey(noun));
        assertThat(stated)
                .allSatisfy((noun, keys) -> assertThat(read.get(noun)).as(noun).isEqualTo(keys));
    }

    @Test
    void templatesMayStateWhatSitesMay() {
        Set<String> site = new TreeSet<>(ROOT.at("/$defs/site/properties").propertyNames());
        Set<String> template =
                new TreeSet<>(ROOT.at("/$defs/template/properties").propertyNames());

        site.remove("template");
        template.remove("extends");
        assertThat(template).isEqualTo(site);
    }

    @Test
    void everyKeyIsDescribed() {
        List<String> bare = new ArrayList<>();
        collectUndescribed(ROOT, "", bare);

        assertThat(bare).isEmpty();
    }

    @Test
    void completionOffersWhatTheCatalogHas() {
        Catalog catalog = Catalog.shipped();

        assertThat(offered("model")).containsExactlyElementsOf(catalog.models().keySet());
        assertThat(offered("accelerator"))
                .containsExactlyElementsOf(catalog.accelerators().keySet());
        assertThat(offered("access"))
                .containsExactlyElementsOf(catalog.accesses().keySet());
    }

    static Stream<String> structuralMistakes() {
        return Stream.of(
                Readers.valid().replace("uplink: 10 Gbit/s", "uplink: 10 Gbps"),
                Readers.valid().replace("uplink: 10 Gbit/s", "uplink: 10"),
                Readers.valid().replace("    uplink:", "    uplnk:"),
                Readers.valid().replace("tier: near-edge", "tier: near edge"),
                Readers.valid().replace("seat: DE", "seat: no"),
                Readers.valid().replace("seat: DE", "seat: false"),
                Readers.valid().replace("access: sa-midband, ", ""),
                Readers.valid().replace("class: PER", "class: PERS"),
                Readers.valid().replace("{rate: 2 /s}", "{rate: 2}"),
                Readers.valid().replace("{rate: 2 /s}", "{type: on-off, rate: 2 /s}"),
                Readers.valid().replace("prompt: 512", "prompt: 0"),
                Readers.valid().replace("prompt: 512", "prompt: {quantiles: {low: 1, 1: 9}}"),
                Readers.valid().replace("[nearest]", "[]"),
                Readers.valid().replace("kind: Scenario", "kind: Experiment"),
                Readers.valid().replace("run: {duration: 1 min}", "run: {duration: 1 min, horizon: 2 min}"));
    }

    @ParameterizedTest
    @MethodSource("structuralMistakes")
    void schemaAndReaderRefuseTheSame(String wrong) {
        assertThat(errors(wrong)).isNotEmpty();
        assertThat(Readers.problems(wrong)).isNotEmpty();
    }

    private static List<String> errors(String yaml) {
        return SCHEMA.validate(new YAMLMapper().readTree(yaml)).stream()
                .map(Error::toString)
                .toList();
    }

    private static List<String> offered(String definition) {
        JsonNode words = ROOT.at("/$defs/" + definition + "/anyOf/0/enum");
        return words.valueStream().map(JsonNode::asString).toList();
    }

    private static void collectKeys(JsonNode node, Map<String, Set<String>> keysByTitle) {
        if (node.has("title") && node.has("properties")) {
            keysByTitle.put(
                    node.get("title").asString(),
                    new TreeSet<>(node.get("properties").propertyNames()));
        }
        node.forEach(child -> collectKeys(child, keysByTitle));
    }

    private static void collectUndescribed(JsonNode node, String path, List<String> bare) {
        node.path("properties").properties().forEach(property -> {
            JsonNode value = property.getValue();
            JsonNode target =
                    value.has("$ref") ? ROOT.at(value.get("$ref").asString().substring(1)) : value;
            boolean isInCondition = path.endsWith("/if") || path.endsWith("/then");
            if (!isInCondition && !value.has("description") && !target.has("description")) {
                bare.add(path + "/" + property.getKey());
            }
        });
        node.properties().forEach(child -> collectUndescribed(child.getValue(), path + "/" + child.getKey(), bare));
        if (node.isArray()) {
            node.forEach(child -> collectUndescribed(child, path, bare));
        }
    }
}
