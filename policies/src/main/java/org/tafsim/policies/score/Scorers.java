package org.tafsim.policies.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tafsim.policies.Measures;
import org.tafsim.policies.Spelling;
import org.tafsim.policies.expression.Expression.Numeric;
import org.tafsim.policies.expression.ExpressionParser;

/** Scorers by name; docs/policies.md lists them. */
final class Scorers {

    /** Tokens that wait where the score of {@code token-load} is 0; ours. */
    private static final String TOKENS = "32768";

    private static final Map<String, Function<Term, Scorer>> BY_NAME = new Scorers().table;

    private final Map<String, Function<Term, Scorer>> table = new LinkedHashMap<>();

    private Scorers() {
        load();
        resources();
        place();
        table.put("rank", term -> Scorer.leastFirst(negated(Arguments.parsed(term, ExpressionParser::number))));
    }

    static List<Weighted> parse(String text) {
        return TermList.parse(text, true, term -> new Weighted(of(term), term.weight()));
    }

    /** A scorer and what it counts. */
    record Weighted(Scorer scorer, double weight) {}

    private static Scorer of(Term term) {
        Function<Term, Scorer> scorer = BY_NAME.get(term.name());
        if (scorer == null) {
            throw new IllegalArgumentException("there is no scorer %s; expected one of %s."
                    .formatted(term.name(), String.join(", ", BY_NAME.keySet()))
                    .concat(Spelling.maybe(term.name(), BY_NAME.keySet())));
        }
        return scorer.apply(term);
    }

    private void load() {
        least("queue", (request, view, i) -> view.waitingRequests(i));
        least("running", (request, view, i) -> view.runningSequences(i));
        least("in-flight", Measures.IN_FLIGHT);
        table.put("token-load", term -> {
            double most = Arguments.number(term, TOKENS, Double.MAX_VALUE);
            return Scorer.share((request, view, i) -> 1 - view.waitingPrefillTokens(i) / most);
        });
        least("ttft", Measures.TTFT);
        table.put("headroom", term -> new Headroom(Arguments.word(term, Headroom.Use.class, Headroom.Use.SPREAD)));
        share("session", (request, view, i) -> view.replicaIndex(i) == request.sessionReplica() ? 1 : 0);
        share("ready", (request, view, i) -> view.isReady(i) ? 1 : 0);
        least("start", (request, view, i) -> view.startSeconds(i));
    }

    private void resources() {
        share("kv", (request, view, i) -> 1 - view.kvUsedFraction(i));
        share("least-allocated", (request, view, i) -> 1 - Measures.ALLOCATED.value(request, view, i));
        share("most-allocated", Measures.ALLOCATED);
        table.put("ratio", term -> {
            Shape shape = Arguments.parsed(term, Shape::of);
            return Scorer.share((request, view, i) -> shape.at(Measures.ALLOCATED.value(request, view, i)));
        });
        least("energy", (request, view, i) -> Measures.joulesPerFlop(view, i));
    }

    private void place() {
        least("rtt", Measures.RTT);
        share("tier", (request, view, i) -> 1 - Measures.tierSteps(view, i) / 3.0);
        least("law", (request, view, i) -> view.brokenRules(i));
        least("carbon", (request, view, i) -> view.carbonGramsPerKwh(i));
        least("price", (request, view, i) -> view.eurPerKwh(i));
        least("contract", (request, view, i) -> view.contractEurPer1k(i));
        table.put("spread", term -> new DomainLoad(Arguments.domains(term.argument())));
    }

    private void least(String name, Numeric measure) {
        plain(name, Scorer.leastFirst(measure));
    }

    private void share(String name, Numeric measure) {
        plain(name, Scorer.share(measure));
    }

    private void plain(String name, Scorer scorer) {
        table.put(name, term -> {
            Arguments.none(term);
            return scorer;
        });
    }

    private static Numeric negated(Numeric rank) {
        return (request, view, i) -> -rank.value(request, view, i);
    }
}
