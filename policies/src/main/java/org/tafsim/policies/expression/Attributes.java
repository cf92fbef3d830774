package org.tafsim.policies.expression;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tafsim.model.DataClass;
import org.tafsim.model.Tier;
import org.tafsim.policies.expression.Expression.Logical;
import org.tafsim.policies.expression.Expression.Numeric;
import org.tafsim.policies.expression.Expression.Textual;
import org.tafsim.policies.expression.Expression.WordReader;

/** What expressions can ask, by name; docs/policies.md lists it. */
public final class Attributes {

    private static final Map<String, Expression> BY_NAME = Collections.unmodifiableMap(new Attributes().table);

    private final Map<String, Expression> table = new LinkedHashMap<>();

    private Attributes() {
        load();
        place();
        request();
        table.put("TRUE", (Logical) (request, view, i) -> true);
        table.put("FALSE", (Logical) (request, view, i) -> false);
    }

    /** All names, in the order to show them. */
    public static Set<String> names() {
        return BY_NAME.keySet();
    }

    static Map<String, Expression> byName() {
        return BY_NAME;
    }

    private void load() {
        number("RUNNING", (request, view, i) -> view.runningSequences(i));
        number("WAITING", (request, view, i) -> view.waitingRequests(i));
        number("IN_FLIGHT", (request, view, i) -> view.inFlightRequests(i));
        number("WAITING_TOKENS", (request, view, i) -> view.waitingPrefillTokens(i));
        number("KV_USED", (request, view, i) -> view.kvUsedFraction(i));
        number("KV_FREE", (request, view, i) -> 1 - view.kvUsedFraction(i));
        number("START_MS", (request, view, i) -> 1e3 * view.startSeconds(i));
        number("TTFT_MS", (request, view, i) -> 1e3 * view.predictedTtftSeconds(i, request.promptTokens()));
    }

    private void place() {
        number("RTT_MS", (request, view, i) -> 1e3 * view.roundTripSeconds(i));
        number("CARBON", (request, view, i) -> view.carbonGramsPerKwh(i));
        number("EUR_PER_KWH", (request, view, i) -> view.eurPerKwh(i));
        number("BROKEN_RULES", (request, view, i) -> view.brokenRules(i));
        number("CONTRACT_EUR_PER_1K", (request, view, i) -> view.contractEurPer1k(i));
        List<String> tiers = Arrays.stream(Tier.values()).map(Tier::word).toList();
        table.put("TIER", Textual.of((request, view, i) -> view.site(i).tier().word(), tiers));
        word("COUNTRY", (request, view, i) -> view.site(i).countryCode());
        word("SITE", (request, view, i) -> view.site(i).id());
        word("OPERATOR", (request, view, i) -> view.site(i).operatorId());
        word("REPLICA", (request, view, i) -> view.replica(i).id());
        word("ACCELERATOR", (request, view, i) -> view.replica(i).accelerator().id());
    }

    private void request() {
        number("PROMPT_TOKENS", (request, view, i) -> request.promptTokens());
        List<String> classes =
                Arrays.stream(DataClass.values()).map(DataClass::name).toList();
        table.put(
                "CLASS",
                Textual.of((request, view, i) -> request.app().dataClass().name(), classes));
        word("APP", (request, view, i) -> request.app().id());
        word("SECTOR", (request, view, i) -> request.app().sector());
        word("SUBJECT_COUNTRY", (request, view, i) -> request.population().countryCode());
    }

    private void number(String name, Numeric reader) {
        table.put(name, reader);
    }

    private void word(String name, WordReader reader) {
        table.put(name, Textual.of(reader, List.of()));
    }
}
