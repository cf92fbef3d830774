package org.tafsim.cli.audit;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tafsim.cli.console.Json;
import org.tafsim.engine.RequestRecord;
import org.tafsim.experiment.audit.LoggedDecision;
import org.tafsim.store.StoredRequest;

/** What is known of a request, as JSON shows it: times in ms. */
record ExplainedRequest(String request, int replication, List<LoggedDecision> decisions, List<Times> times) {

    private static final int DECIMALS = 6;

    /** Where its time went under one policy; the first token is null where none came. */
    record Times(
            String policy,
            String outcome,
            String population,
            String replica,
            int promptTokens,
            int outputTokens,
            BigDecimal sentMs,
            Map<String, BigDecimal> partsMs,
            BigDecimal firstTokenMs,
            BigDecimal endMs) {}
}
