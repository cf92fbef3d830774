package org.tafsim.cli.audit;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.Json;
import org.tafsim.engine.RequestRecord;
import org.tafsim.experiment.audit.LoggedDecision;
import org.tafsim.store.StoredRequest;

/** What is known of a request, as JSON shows it. */
record ExplainedRequest(String request, int replication, List<LoggedDecision> decisions, List<Times> times) {

    private static final int DECIMALS = 6;
    private static final double NANOS_PER_MILLI = 1e6;

    static ExplainedRequest of(
            String name, int replication, List<LoggedDecision> decisions, List<StoredRequest> requests) {
        return new ExplainedRequest(
                name, replication, decisions, requests.stream().map(Times::of).toList());
    }

    /** Where its time went under one policy (ms, but for when it was sent); the first token is null where none came. */
    record Times(
            String policy,
            String outcome,
            String population,
            String replica,
            int promptTokens,
            int outputTokens,
            BigDecimal sentSeconds,
            Map<String, BigDecimal> partsMs,
            @Nullable BigDecimal firstTokenMs,
            BigDecimal endMs) {

        private static Times of(StoredRequest stored) {
            RequestRecord request = stored.request();
            RequestTimeline timeline = RequestTimeline.of(request);
            Map<String, BigDecimal> parts = new LinkedHashMap<>();
            timeline.parts().forEach(part -> parts.put(part.word(), millis(part.nanos())));
            return new Times(
                    stored.policy(),
                    request.outcome().word(),
                    request.population(),
                    request.replica(),
                    request.promptTokens(),
                    request.outputTokens(),
                    Json.decimal(request.arrivalNanos() / 1e9, 9),
                    parts,
                    request.firstTokenNanos() == 0 ? null : millis(request.firstTokenNanos() - request.arrivalNanos()),
                    millis(timeline.totalNanos()));
        }

        private static BigDecimal millis(long nanos) {
            return Json.decimal(nanos / NANOS_PER_MILLI, DECIMALS);
        }
    }
}
