package org.tafsim.policies.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tafsim.policies.Column;
import org.tafsim.policies.Fact;
import org.tafsim.policies.Measures;
import org.tafsim.policies.Room;
import org.tafsim.policies.Spelling;
import org.tafsim.policies.expression.Expression.Numeric;
import org.tafsim.policies.expression.ExpressionParser;

/** Scorers by name; docs/policies.md lists them. */
final class Scorers {

    /** Tokens that wait where the score of {@code token-load} is 0; ours. */
    private static final String TOKENS = "32768";

    /** Of the prefix plug-in of llm-d. */
    private static final String BLOCK_TOKENS = "64";

    private static final double MOST_BLOCK_TOKENS = 1e6;

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
        least("queue", Measures.WAITING);
        least("running", Measures.RUNNING);
        least("in-flight", Measures.IN_FLIGHT);
        table.put("token-load", term -> {
            double most = Arguments.number(term, TOKENS, Double.MAX_VALUE);
            return Scorer.share((request, view, of, count, into) -> {
                for (int k = 0; k < count; k++) {
                    into[k] = 1 - view.waitingPrefillTokens(of[k]) / most;
                }
            });
        });
        least("ttft", Measures.TTFT);
        table.put("headroom", term -> new Headroom(Arguments.word(term, Headroom.Use.class, Headroom.Use.SPREAD)));
        share("session", () -> opposite(Measures.NOT_OF_SESSION));
        plain("fuzzy", Fuzzy::new);
        table.put("prefix", term -> new PrefixScorer(blockTokens(term)));
        table.put("no-hit-lru", term -> new NoHitScorer(blockTokens(term)));
        share("ready", () -> opposite(Measures.NOT_READY));
        least("start", Measures.START);
    }

    private void resources() {
        share("kv", () -> opposite(Measures.KV_USED));
        share("least-allocated", () -> opposite(new Room().used()));
        share("most-allocated", () -> new Room().used());
        table.put(
                "ratio", term -> Scorer.share(Arguments.parsed(term, Shape::of).of(new Room().used())));
        plain("energy", () -> Scorer.leastFirst(new Fact(Measures::joulesPerFlop)));
    }

    private void place() {
        least("rtt", Measures.RTT);
        share("tier", () -> new Fact((view, candidate) -> 1 - Measures.tierSteps(view, candidate) / 3.0));
        least("law", Measures.BROKEN_RULES);
        least("carbon", Measures.CARBON);
        least("price", Measures.PRICE);
        least("contract", Measures.CONTRACT);
        table.put("spread", term -> new DomainLoad(Arguments.domains(term.argument())));
    }

    private void least(String name, Column column) {
        plain(name, () -> Scorer.leastFirst(column));
    }

    private void share(String name, Supplier<Column> column) {
        plain(name, () -> Scorer.share(column.get()));
    }

    /** What is remembered of replicas is each policy's own. */
    private void plain(String name, Supplier<Scorer> scorer) {
        table.put(name, term -> {
            Arguments.none(term);
            return scorer.get();
        });
    }

    private static int blockTokens(Term term) {
        return (int) Math.max(1, Arguments.number(term, BLOCK_TOKENS, MOST_BLOCK_TOKENS));
    }

    private static Column opposite(Column share) {
        return share.scaled(-1, 1);
    }

    private static Column negated(Numeric rank) {
        return Column.of((request, view, i) -> -rank.value(request, view, i));
    }
}
