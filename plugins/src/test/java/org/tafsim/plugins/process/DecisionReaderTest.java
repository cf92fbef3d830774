package org.tafsim.plugins.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.policy.RoutingPolicy;

/** Answers, and what is none. */
class DecisionReaderTest {

    private static final List<String> REASONS = List.of("odd", "even");

    @Test
    void eachRequestGetsItsCandidateOrItsReason() throws IOException {
        int[] choices = new int[3];

        read("{\"type\":\"decision\",\"id\":7,\"choices\":[2,\"even\",0]}", choices, 3, 1, 1);

        assertThat(choices).containsExactly(2, RoutingPolicy.refusal(1), 0);
    }

    @Test
    void orderSpacesAndUnknownNamesDoNotMatter() throws IOException {
        int[] choices = new int[1];

        read(" {\"choices\": [1], \"why\": {\"type\": [\"x\", {}]}, \"id\": 7, \"type\": \"decision\"}\r", choices, 2);

        assertThat(choices).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    I choose the first                          | answered with what is not JSON: "I choose the first"
                    {"type":"decision","id":7                   | answered with what is not JSON: "{"type":"decision","id":7"
                    [7]                                         | answered with what is no JSON object: "[7]"
                    {"type":"decision","id":7,"choices":[0]}{}  | said more than one message in a line: "{"type":"decision","id":7,"choices":[0]}{}"
                    {"type":"decision","id":8,"choices":[0]}    | was asked for decision 7, and answered: "{"type":"decision","id":8,"choices":[0]}"
                    {"type":"decision","id":"7","choices":[0]}  | was asked for decision 7, and answered: "{"type":"decision","id":"7","choices":[0]}"
                    {"type":"decision","id":7,"choices":[3]}    | chose candidate 3 of 3, counted from 0: "{"type":"decision","id":7,"choices":[3]}"
                    {"type":"decision","id":7,"choices":[-1]}   | chose candidate -1 of 3, counted from 0: "{"type":"decision","id":7,"choices":[-1]}"
                    {"type":"decision","id":7,"choices":[4294967296]} | chose candidate 4294967296 of 3, counted from 0: "{"type":"decision","id":7,"choices":[4294967296]}"
                    {"type":"decision","id":7,"choices":[0,0]}  | was asked about 1 requests, and answered: "{"type":"decision","id":7,"choices":[0,0]}"
                    {"type":"decision","id":7,"choices":[]}     | was asked about 1 requests, and answered: "{"type":"decision","id":7,"choices":[]}"
                    {"type":"decision","id":7,"choices":0}      | was asked about 1 requests, and answered: "{"type":"decision","id":7,"choices":0}"
                    {"type":"decision","id":7}                  | was asked about 1 requests, and answered: "{"type":"decision","id":7}"
                    {"type":"decision","id":7,"choices":[null]} | made a choice that is neither a candidate's number nor a reason: "{"type":"decision","id":7,"choices":[null]}"
                    {"type":"decision","id":7,"choices":[1.0]}  | made a choice that is neither a candidate's number nor a reason: "{"type":"decision","id":7,"choices":[1.0]}"
                    {"type":"decision","id":7,"choices":[[0]]}  | made a choice that is neither a candidate's number nor a reason: "{"type":"decision","id":7,"choices":[[0]]}"
                    {"type":"decision","id":7,"choices":["a"]}  | refuses for a reason that it did not name when it was ready (odd, even): "{"type":"decision","id":7,"choices":["a"]}"
                    {"type":"ready","id":7,"choices":[0]}       | answered with something else than a decision: "{"type":"ready","id":7,"choices":[0]}"
                    {"id":7,"choices":[0]}                      | answered with something else than a decision: "{"id":7,"choices":[0]}"
                    """)
    void whatIsNoAnswerIsQuotedWithTheReason(String line, String what) {
        assertThatExceptionOfType(ProcessFailure.class)
                .isThrownBy(() -> read(line, new int[1], 3))
                .withMessage(what);
    }

    private static void read(String line, int[] choices, int... candidates) throws IOException {
        byte[] bytes = ("something before\n" + line + "\n").getBytes(StandardCharsets.UTF_8);
        LineReader lines = new LineReader(new ByteArrayInputStream(bytes), 1000);
        lines.next();
        lines.next();
        new DecisionReader(REASONS).read(lines, 7, choices, candidates, candidates.length);
    }
}
