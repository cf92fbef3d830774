package org.tafsim.sovereignty;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tafsim.model.Fact;
import org.tafsim.model.Measure;
import org.tafsim.model.Operator;
import org.tafsim.model.Ownership;
import org.tafsim.model.Regime;
import org.tafsim.model.Scenario;
import org.tafsim.model.Service;

/** The operators and services of a scenario as the law sees them. */
final class LegalParties {
    private final Map<String, LegalFacts> operators = new HashMap<>(); // asked, never iterated
    private final Map<String, LegalFacts> services = new HashMap<>(); // asked, never iterated
    private final List<Regime> regimes;
    private final Ownership ownership;
    private final Vocabulary vocabulary;

    /**
     * Those of a scenario.
     *
     * @throws IllegalArgumentException when operators own each other in a circle
     */
    LegalParties(Scenario scenario, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        regimes = scenario.sovereignty().regimes();
        ownership = new Ownership(scenario.operators());
        scenario.operators().forEach(operator -> operators.put(operator.id(), facts(operator)));
        scenario.services().forEach(service -> services.put(service.id(), facts(service)));
    }

    /** Who acts. */
    LegalFacts operator(String id) {
        return known(operators, id);
    }

    /** Where a service is, and who acts there. */
    LegalFacts service(String id) {
        return known(services, id);
    }

    private static LegalFacts known(Map<String, LegalFacts> parties, String id) {
        return Optional.ofNullable(parties.get(id))
                .orElseThrow(() -> new IllegalStateException("Nobody is called %s.".formatted(id)));
    }

    private LegalFacts facts(Service service) {
        Map<Fact, WordSet> words = Map.of(
                Fact.PLACE_COUNTRY, vocabulary.fact(service.countries()),
                Fact.PLACE_CERTIFICATES, vocabulary.fact(service.certificates()),
                Fact.KEY_COUNTRY, vocabulary.fact(service.keyCountries()));
        return operator(service.operatorId()).with(new LegalFacts(words, Map.of()));
    }

    private LegalFacts facts(Operator operator) {
        WordSet seat = vocabulary.fact(List.of(operator.seatCountry()));
        WordSet control = vocabulary.fact(operator.controlledFrom());
        Map<Fact, WordSet> words = Map.of(
                Fact.ACTOR_SEAT, seat,
                Fact.ACTOR_CONTROL, control,
                Fact.ACTOR_EXPOSURE, exposure(operator, seat.or(control)),
                Fact.ACTOR_ESTABLISHMENTS, vocabulary.fact(establishments(operator)),
                Fact.ACTOR_UNDERTAKINGS, vocabulary.fact(operator.undertakings()));
        return new LegalFacts(words, shares(operator));
    }

    private static List<String> establishments(Operator operator) {
        return Stream.concat(Stream.of(operator.seatCountry()), operator.establishments().stream())
                .toList();
    }

    /** Regimes that reach the operator by its seat or by those who control it; maybe none, and that is known. */
    private WordSet exposure(Operator operator, WordSet reach) {
        if (regimes.isEmpty() || !reach.isStated()) {
            return WordSet.UNSTATED;
        }
        return vocabulary.set(regimes.stream()
                .filter(regime -> regime.countries().stream()
                        .anyMatch(country -> country.equals(operator.seatCountry())
                                || operator.controlledFrom().contains(country)))
                .map(Regime::id)
                .toList());
    }

    private Map<Measure, Span> shares(Operator operator) {
        return ownership
                .findSharesOutside(LegalArea.EU27, operator)
                .map(shares -> Map.of(
                        Measure.ACTOR_LARGEST_NON_EU_SHARE, upTo(shares.largest(), shares.rest()),
                        Measure.ACTOR_TOTAL_NON_EU_SHARE, upTo(shares.total(), shares.rest())))
                .orElse(Map.of());
    }

    private static Span upTo(double known, double rest) {
        return new Span(known, known + rest);
    }
}
