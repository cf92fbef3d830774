package org.tafsim.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.tafsim.engine.NetworkSegments;
import org.tafsim.engine.Outcome;
import org.tafsim.engine.RequestRecord;

/**
 * A request as a file of requests has it.
 *
 * @param policy label
 * @param replication from 0
 * @param request what became of it
 */
public record StoredRequest(String policy, int replication, RequestRecord request) {

    private static final int NANO_DIGITS = 9;

    /**
     * Of the texts of its columns; empty where there is none.
     *
     * @throws IllegalArgumentException where one is no number, or not that of an outcome
     */
    static StoredRequest of(UnaryOperator<String> cells) {
        String session = cells.apply("session");
        String place = cells.apply("session_request");
        RequestRecord request = new RequestRecord(
                Long.parseLong(cells.apply("sequence")),
                session.isEmpty() ? -1 : Long.parseLong(session),
                place.isEmpty() ? 0 : Integer.parseInt(place),
                cells.apply("app"),
                cells.apply("population"),
                cells.apply("replica"),
                outcome(cells.apply("outcome")),
                Boolean.parseBoolean(cells.apply("measured")),
                Integer.parseInt(cells.apply("prompt_tokens")),
                Integer.parseInt(cells.apply("output_tokens")),
                nanos(cells.apply("arrival_s")),
                nanos(cells.apply("reached_replica_s")),
                nanos(cells.apply("admitted_s")),
                nanos(cells.apply("first_token_s")),
                nanos(cells.apply("end_s")),
                Integer.parseInt(cells.apply("broken_rules")),
                segments(cells));
        return new StoredRequest(cells.apply("policy"), Integer.parseInt(cells.apply("replication")), request);
    }

    private static NetworkSegments segments(UnaryOperator<String> cells) {
        return new NetworkSegments(
                nanos(cells.apply("connect_s")),
                nanos(cells.apply("radio_up_s")),
                nanos(cells.apply("fiber_up_s")),
                nanos(cells.apply("links_up_s")),
                nanos(cells.apply("links_down_s")),
                nanos(cells.apply("fiber_down_s")),
                nanos(cells.apply("radio_down_s")));
    }

    private static Outcome outcome(String word) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is no outcome".formatted(word)));
    }

    private static long nanos(String seconds) {
        return seconds.isEmpty()
                ? 0
                : new BigDecimal(seconds)
                        .movePointRight(NANO_DIGITS)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact();
    }
}
