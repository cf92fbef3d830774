package org.tafsim.plugins.process;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;
import tools.jackson.core.JsonGenerator;

/** A number that is told of each candidate; {@link CandidatesView} says what each is. */
enum Observation {
    ROUND_TRIP_S((json, request, view, i) -> real(json, view.roundTripSeconds(i))),
    PREDICTED_TTFT_S((json, request, view, i) -> real(json, view.predictedTtftSeconds(i, request.promptTokens()))),
    WAITING_REQUESTS((json, request, view, i) -> json.writeNumber(view.waitingRequests(i))),
    RUNNING_SEQUENCES((json, request, view, i) -> json.writeNumber(view.runningSequences(i))),
    IN_FLIGHT_REQUESTS((json, request, view, i) -> json.writeNumber(view.inFlightRequests(i))),
    WAITING_PREFILL_TOKENS((json, request, view, i) -> json.writeNumber(view.waitingPrefillTokens(i))),
    KV_USED((json, request, view, i) -> real(json, view.kvUsedFraction(i))),
    BROKEN_RULES((json, request, view, i) -> json.writeNumber(view.brokenRules(i))),
    READY((json, request, view, i) -> json.writeBoolean(view.isReady(i))),
    START_S((json, request, view, i) -> real(json, view.startSeconds(i))),
    CONTRACT_EUR_PER_1K((json, request, view, i) -> real(json, view.contractEurPer1k(i))),
    CARBON_G_PER_KWH((json, request, view, i) -> real(json, view.carbonGramsPerKwh(i))),
    EUR_PER_KWH((json, request, view, i) -> real(json, view.eurPerKwh(i)));

    private final String word = name().toLowerCase(java.util.Locale.ROOT);

    @SuppressWarnings("ImmutableEnumChecker") // none of them captures anything
    private final Teller teller;

    Observation(Teller teller) {
        this.teller = teller;
    }

    @FunctionalInterface
    private interface Teller {
        void tell(JsonGenerator json, RequestView request, CandidatesView view, int candidate);
    }

    /** As messages name it. */
    String word() {
        return word;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Observation::word).toList();
    }

    static Optional<Observation> find(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    /** Writes the numbers of all candidates. */
    void tell(JsonGenerator json, RequestView request, CandidatesView view) {
        json.writeArrayPropertyStart(word);
        for (int i = 0; i < view.size(); i++) {
            teller.tell(json, request, view, i);
        }
        json.writeEndArray();
    }

    /** JSON has no infinity. */
    private static void real(JsonGenerator json, double value) {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }
}
