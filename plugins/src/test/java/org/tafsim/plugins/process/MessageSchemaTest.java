package org.tafsim.plugins.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.plugins.process.Desk.Choice;
import org.tafsim.plugins.process.Desk.Question;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is said is what the schema says. */
class MessageSchemaTest {

    private static JsonNode text;
    private static Schema schema;

    private final LineBuffer buffer = new LineBuffer();
    private final MessageWriter messages = new MessageWriter(buffer);

    @BeforeAll
    static void readSchema() throws IOException {
        try (InputStream in = MessageWriter.class.getResourceAsStream("external-policy-v1.schema.json")) {
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text = JsonMapper.shared().readTree(json);
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(json, InputFormat.JSON);
        }
    }

    @Test
    void helloSaysWhoAndWhatThereIs() {
        messages.hello(Desk.SCENARIO, Desk.policy(Map.of("command", "a \"b\"", "settings", "x\ny")), 2);

        JsonNode hello = written().get(0);
        assertThat(hello.path("replication").asInt(-1)).isEqualTo(2);
        assertThat(hello.path("parameters").path("settings").asString("")).isEqualTo("x\ny");
        assertThat(hello.path("replicas").get(1).path("site").asInt(-1)).isEqualTo(1);
        assertThat(hello.path("sites").get(1).path("id").asString("")).isEqualTo("\"there\"\u2028");
        assertThat(hello.path("populations").get(0).path("id").asString("")).isEqualTo("münchen");
    }

    @Test
    void aQuestionTellsEveryObservationOfEveryCandidate() {
        messages.beginDecide(7, 123_456_789_012L);
        messages.request(new Question(4, 0), new Choice(3), List.of(Observation.values()));
        messages.request(new Question(5, 0), new Choice(1), List.of(Observation.values()));
        messages.endDecide();

        JsonNode decide = written().get(0);
        JsonNode candidates = decide.path("requests").get(0).path("candidates");
        assertThat(decide.path("time_ns").asLong(0)).isEqualTo(123_456_789_012L);
        assertThat(candidates.propertyNames()).containsExactlyElementsOf(namesOfCandidates());
        assertThat(candidates).allSatisfy(column -> assertThat(column).hasSize(3));
        assertThat(candidates.path("round_trip_s").get(1).asDouble(0)).isEqualTo(0.1 + 0.2);
        assertThat(candidates.path("round_trip_s").get(2).isNull()).isTrue();
        assertThat(candidates.path("waiting_prefill_tokens").get(2).asLong(0)).isEqualTo(10_000_000_000L);
    }

    private static List<String> namesOfCandidates() {
        List<String> names = new ArrayList<>(List.of("replica"));
        names.addAll(Observation.words());
        return names;
    }

    /** A new observation needs a line in the schema, and the other way round. */
    @Test
    void theSchemaKnowsTheObservationsThatThereAre() {
        JsonNode decide = text.path("$defs").path("decide").path("properties");
        JsonNode candidates =
                decide.path("requests").path("items").path("properties").path("candidates");
        assertThat(candidates.path("properties").propertyNames()).containsExactlyElementsOf(namesOfCandidates());
    }

    @Test
    void outcomesAndTheEndAreLinesOfTheirOwn() {
        messages.outcome(new Question(4, 9));
        messages.bye(12);

        assertThat(written()).map(message -> message.path("type").asString("")).containsExactly("outcome", "bye");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"ready\",\"protocol\":1}",
                "{\"type\":\"ready\",\"protocol\":1,\"name\":\"x\",\"outcomes\":true,\"observations\":[],\"refusal_reasons\":[\"a-b\"]}",
                "{\"type\":\"decision\",\"id\":0,\"choices\":[0,\"a-b\"]}"
            })
    void whatProgramsSayIsValid(String line) {
        assertThat(errors(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"ready\",\"protocol\":2}",
                "{\"type\":\"ready\",\"protocol\":1,\"observations\":[\"weather\"]}",
                "{\"type\":\"decision\",\"id\":0,\"choices\":[-1]}",
                "{\"type\":\"decision\",\"id\":0,\"choices\":[]}",
                "{\"type\":\"decision\",\"choices\":[0]}",
                "{\"type\":\"outcome\"}",
                "[]"
            })
    void whatProgramsMustNotSayIsNot(String line) {
        assertThat(errors(line)).isNotEmpty();
    }

    /** The lines so far, each valid, in ASCII or UTF-8, without a line end within. */
    private List<JsonNode> written() {
        String all = buffer.toString();
        assertThat(all).endsWith("\n");
        List<JsonNode> messagesRead = new ArrayList<>();
        for (String line : all.substring(0, all.length() - 1).split("\n", -1)) {
            assertThat(errors(line)).as(line).isEmpty();
            messagesRead.add(JsonMapper.shared().readTree(line));
        }
        return messagesRead;
    }

    private static List<Error> errors(String line) {
        return schema.validate(line, InputFormat.JSON);
    }
}
