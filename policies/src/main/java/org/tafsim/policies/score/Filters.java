package org.tafsim.policies.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tafsim.model.Tier;
import org.tafsim.policies.Measures;
import org.tafsim.policies.Spelling;
import org.tafsim.policies.expression.Expression.Logical;
import org.tafsim.policies.expression.ExpressionParser;

/** Filters by name; docs/policies.md lists them. */
final class Filters {

    private static final double NANOS = 1e9;
    private static final Pattern SKEW = Pattern.compile("(\\S+)\\s+([1-9]\\d{0,8})");
    private static final Map<String, Function<Term, Filter>> BY_NAME = new Filters().table;

    private final Map<String, Function<Term, Filter>> table = new LinkedHashMap<>();

    private Filters() {
        plain("ready", (request, view, i) -> view.isReady(i));
        plain("lawful", (request, view, i) -> view.brokenRules(i) == 0);
        plain(
                "within-slo",
                (request, view, i) -> view.predictedTtftSeconds(i, request.promptTokens()) * NANOS
                        <= request.app().slo().timeToFirstTokenNanos().orElse(Long.MAX_VALUE));
        bounds();
        plain("edge", (request, view, i) -> view.site(i).tier().compareTo(Tier.NEAR_EDGE) <= 0);
        plain("cloud", (request, view, i) -> view.site(i).tier() == Tier.CLOUD);
        plain(
                "domestic",
                (request, view, i) ->
                        view.site(i).countryCode().equals(request.population().countryCode()));
        plain("session", (request, view, i) -> view.replicaIndex(i) == request.sessionReplica());
        table.put("skew", Filters::skew);
        table.put("when", term -> Filter.of(Arguments.parsed(term, ExpressionParser::condition)));
    }

    static List<Named> parse(String text) {
        return TermList.parse(text, false, Filters::of);
    }

    /**
     * A filter and what it is called.
     *
     * @param name without arguments
     */
    record Named(String name, Filter filter) {}

    private static Named of(Term term) {
        Function<Term, Filter> filter = BY_NAME.get(term.name());
        if (filter == null) {
            throw new IllegalArgumentException("there is no filter %s; expected one of %s."
                    .formatted(term.name(), String.join(", ", BY_NAME.keySet()))
                    .concat(Spelling.maybe(term.name(), BY_NAME.keySet())));
        }
        return new Named(term.name(), filter.apply(term));
    }

    private void bounds() {
        table.put("within", term -> {
            double most = Arguments.seconds(term);
            return Filter.of((request, view, i) -> view.predictedTtftSeconds(i, request.promptTokens()) <= most);
        });
        table.put("rtt", term -> {
            double most = Arguments.seconds(term);
            return Filter.of((request, view, i) -> view.roundTripSeconds(i) <= most);
        });
        table.put("kv", term -> {
            double most = Arguments.number(term, "90 %", 1);
            return Filter.of((request, view, i) -> view.kvUsedFraction(i) <= most);
        });
        table.put("room", term -> {
            double most = Arguments.number(term, "90 %", 1);
            return Filter.of((request, view, i) -> Measures.hasRoom(view, i, most));
        });
        table.put("waiting", term -> {
            double most = Arguments.number(term, "0", Double.MAX_VALUE);
            return Filter.of((request, view, i) -> view.waitingRequests(i) <= most);
        });
    }

    /** {@code skew(country 5)}. */
    private static Filter skew(Term term) {
        Matcher words = SKEW.matcher(term.argument());
        if (!words.matches()) {
            throw new ArgumentException(
                    "expected what is counted and how far apart, e.g. skew(country 5), found \"%s\"."
                            .formatted(term.argument()));
        }
        return new DomainLoad(Arguments.domains(words.group(1))).within(Long.parseLong(words.group(2)));
    }

    private void plain(String name, Logical condition) {
        table.put(name, term -> {
            Arguments.none(term);
            return Filter.of(condition);
        });
    }
}
