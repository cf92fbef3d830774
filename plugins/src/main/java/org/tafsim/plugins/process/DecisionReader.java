package org.tafsim.plugins.process;

import java.util.List;
import org.tafsim.policy.RoutingPolicy;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the message {@code decision}. Names it does not know are passed over. */
final class DecisionReader {

    private final JsonFactory json = new JsonFactory();
    private final List<String> reasons;

    /** Of a program that refuses for these reasons. */
    DecisionReader(List<String> reasons) {
        this.reasons = reasons;
    }

    /**
     * Reads.
     *
     * @param line what was said
     * @param id of the question that is to be answered
     * @param choices takes a candidate or refusal for each request
     * @param candidates how many each request of the question has
     * @param requests of the question
     * @throws ProcessFailure where this is no answer to it
     */
    void read(LineReader line, long id, int[] choices, int[] candidates, int requests) {
        boolean isDecision = false;
        long answered = Long.MIN_VALUE;
        int count = -1;
        try (JsonParser parser =
                json.createParser(ObjectReadContext.empty(), line.bytes(), line.start(), line.length())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ProcessFailure("answered with what is no JSON object: " + line.quoted());
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken value = parser.nextToken();
                switch (name) {
                    case "type" ->
                        isDecision = value == JsonToken.VALUE_STRING
                                && parser.getString().equals("decision");
                    case "id" ->
                        answered = value == JsonToken.VALUE_NUMBER_INT ? parser.getLongValue() : Long.MIN_VALUE;
                    case "choices" -> count = choices(parser, value, choices, candidates, requests, line);
                    default -> parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new ProcessFailure("said more than one message in a line: " + line.quoted());
            }
        } catch (JacksonException e) {
            throw new ProcessFailure("answered with what is not JSON: " + line.quoted(), e);
        }
        if (!isDecision) {
            throw new ProcessFailure("answered with something else than a decision: " + line.quoted());
        }
        if (answered != id) {
            throw new ProcessFailure("was asked for decision %d, and answered: %s".formatted(id, line.quoted()));
        }
        if (count != requests) {
            throw new ProcessFailure(
                    "was asked about %d requests, and answered: %s".formatted(requests, line.quoted()));
        }
    }

    private int choices(
            JsonParser parser, JsonToken first, int[] choices, int[] candidates, int requests, LineReader line) {
        if (first != JsonToken.START_ARRAY) {
            return -1;
        }
        int count = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (count < requests) {
                choices[count] = choice(parser, token, candidates[count], line);
            } else {
                parser.skipChildren();
            }
            count++;
        }
        return count;
    }

    private int choice(JsonParser parser, JsonToken token, int candidates, LineReader line) {
        if (token == JsonToken.VALUE_NUMBER_INT) {
            long index = parser.getLongValue();
            if (index < 0 || index >= candidates) {
                throw new ProcessFailure(
                        "chose candidate %d of %d, counted from 0: %s".formatted(index, candidates, line.quoted()));
            }
            return (int) index;
        }
        if (token == JsonToken.VALUE_STRING) {
            int reason = reasons.indexOf(parser.getString());
            if (reason < 0) {
                throw new ProcessFailure("refuses for a reason that it did not name when it was ready (%s): %s"
                        .formatted(reasons.isEmpty() ? "none" : String.join(", ", reasons), line.quoted()));
            }
            return RoutingPolicy.refusal(reason);
        }
        throw new ProcessFailure("made a choice that is neither a candidate's number nor a reason: " + line.quoted());
    }
}
