package org.tafsim.policies.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tafsim.model.Tier;
import org.tafsim.policies.Column;
import org.tafsim.policies.Domains;
import org.tafsim.policies.Fact;
import org.tafsim.policies.Measures;
import org.tafsim.policies.Room;
import org.tafsim.policies.Spelling;
import org.tafsim.policies.expression.ExpressionParser;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;

/** Filters by name; docs/policies.md lists them. */
final class Filters {

    private static final double NANOS = 1e9;
    private static final String MOST_KV = "90 %";
    private static final Pattern SKEW = Pattern.compile("(\\S+)\\s+([1-9]\\d{0,8})");
    private static final Map<String, Function<Term, Filter>> BY_NAME = new Filters().table;

    private final Map<String, Function<Term, Filter>> table = new LinkedHashMap<>();

    private Filters() {
        plain("ready", () -> Filter.atMost(Measures.NOT_READY, 0));
        plain("lawful", () -> Filter.atMost(Measures.BROKEN_RULES, 0));
        plain("within-slo", () -> Filters::withinSlo);
        bounds();
        plain("edge", () -> Filter.atMost(new Fact(Measures::tierSteps), 1));
        plain("cloud", () -> Filter.atMost(new Fact((view, i) -> view.site(i).tier() == Tier.CLOUD ? 0 : 1), 0));
        plain("domestic", Filters::domestic);
        plain("session", () -> Filter.atMost(Measures.NOT_OF_SESSION, 0));
        table.put("skew", Filters::skew);
        table.put("when", term -> Filter.of(Arguments.parsed(term, ExpressionParser::condition)));
    }

    private static int withinSlo(RequestView request, CandidatesView view, Round round) {
        OptionalLong promise = request.app().slo().timeToFirstTokenNanos();
        if (promise.isEmpty()) {
            return round.count;
        }
        round.read(Measures.TTFT, request, view);
        for (int k = 0; k < round.count; k++) {
            round.values[k] *= NANOS;
        }
        return round.keepAtMost((double) promise.getAsLong());
    }

    private static Filter domestic() {
        Domains countries = new Domains(Domains.Kind.COUNTRY);
        Column abroad = (request, view, of, count, into) -> {
            int home = countries.named(request.population().countryCode());
            for (int k = 0; k < count; k++) {
                into[k] = countries.of(view, of[k]) == home ? 0 : 1;
            }
        };
        return Filter.atMost(abroad, 0);
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
        table.put("within", term -> Filter.atMost(Measures.TTFT, Arguments.seconds(term)));
        table.put("rtt", term -> Filter.atMost(Measures.RTT, Arguments.seconds(term)));
        table.put("kv", term -> Filter.atMost(Measures.KV_USED, Arguments.number(term, MOST_KV, 1)));
        table.put("room", term -> Filter.atMost(new Room().none(Arguments.number(term, MOST_KV, 1)), 0));
        table.put("waiting", term -> Filter.atMost(Measures.WAITING, Arguments.number(term, "0", Double.MAX_VALUE)));
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

    /** What is remembered of replicas is each policy's own. */
    private void plain(String name, Supplier<Filter> filter) {
        table.put(name, term -> {
            Arguments.none(term);
            return filter.get();
        });
    }
}
