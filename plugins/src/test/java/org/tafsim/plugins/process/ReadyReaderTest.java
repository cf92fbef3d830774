package org.tafsim.plugins.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a program says when it is ready, and what it cannot say. */
class ReadyReaderTest {

    @Test
    void aBareAnswerWantsToSeeAllAndRefusesNothing() {
        assertThat(ReadyReader.read("{\"type\":\"ready\",\"protocol\":1}"))
                .isEqualTo(new Ready("unnamed", false, List.of(Observation.values()), List.of()));
    }

    @Test
    void observationsComeInTheOrderAskedForEachOnce() {
        String line = """
                {"type":"ready","protocol":1,"name":"n","outcomes":true,"mood":1,
                 "observations":["kv_used","ready","kv_used"],"refusal_reasons":["b","a-1"]}""";

        assertThat(ReadyReader.read(line))
                .isEqualTo(new Ready("n", true, List.of(Observation.KV_USED, Observation.READY), List.of("b", "a-1")));
    }

    @Test
    void noObservationAtAllCanBeAskedFor() {
        assertThat(ReadyReader.read("{\"type\":\"ready\",\"protocol\":1,\"observations\":[]}")
                        .observations())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"type":"ready","protocol":2}   | speaks version 2 of the protocol; this tafsim speaks 1
                    {"type":"ready"}                | speaks version (not stated) of the protocol; this tafsim speaks 1
                    {"type":"hello","protocol":1}   | answered hello with something else than ready: "{"type":"hello","protocol":1}"
                    7                               | answered hello with something else than ready: "7"
                    Welcome!                        | answered hello with what is not JSON: "Welcome!"
                    {"type":"ready","protocol":1,"refusal_reasons":["a","a"]} | names the refusal reason "a"; expected lower-case words joined by hyphens, each once
                    {"type":"ready","protocol":1,"refusal_reasons":[7]}       | names the refusal reason 7; expected lower-case words joined by hyphens, each once
                    """)
    void whatIsNoAnswerToHelloIsQuotedWithTheReason(String line, String what) {
        assertThatExceptionOfType(ProcessFailure.class)
                .isThrownBy(() -> ReadyReader.read(line))
                .withMessage(what);
    }

    @Test
    void anObservationThatThereIsNotIsAnsweredWithAllThatThereAre() {
        assertThatExceptionOfType(ProcessFailure.class)
                .isThrownBy(
                        () -> ReadyReader.read("{\"type\":\"ready\",\"protocol\":1,\"observations\":[\"weather\"]}"))
                .withMessageStartingWith(
                        "asks for the observation \"weather\", which there is not. There are: round_trip_s, ")
                .withMessageEndingWith("eur_per_kwh");
    }
}
