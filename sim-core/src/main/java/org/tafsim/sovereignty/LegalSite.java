package org.tafsim.sovereignty;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tafsim.model.Fact;
import org.tafsim.model.Operator;
import org.tafsim.model.Regime;
import org.tafsim.model.Site;
import org.tafsim.model.Stage;

/** A site and its operator as the law sees them: every fact as a set of words. */
final class LegalSite {
    private final Map<Fact, WordSet> facts = new EnumMap<>(Fact.class);
    private final Map<Stage, WordSet> countries = new EnumMap<>(Stage.class);
    private final WordSet operatorReach;

    LegalSite(Site site, Operator operator, List<Regime> regimes, Vocabulary vocabulary) {
        Site.Custody custody = site.custody();
        facts.put(Fact.PLACE_CERTIFICATES, vocabulary.fact(custody.certificates()));
        facts.put(Fact.PLACE_TIER, vocabulary.fact(List.of(site.tier().word())));
        facts.put(Fact.ACTOR_SEAT, vocabulary.fact(List.of(operator.seatCountry())));
        facts.put(Fact.ACTOR_CONTROL, vocabulary.fact(operator.controlledFrom()));
        facts.put(Fact.KEY_COUNTRY, vocabulary.fact(custody.keyCountries()));

        WordSet country = vocabulary.fact(List.of(site.countryCode()));
        countries.put(Stage.S5_PROCESSING, country);
        countries.put(Stage.S7_CACHE, country);
        countries.put(Stage.S9_OBSERVABILITY, vocabulary.fact(custody.logCountries()));
        countries.put(Stage.S14_ADMINISTRATION, vocabulary.fact(custody.supportCountries()));

        List<String> reach = Stream.concat(Stream.of(operator.seatCountry()), operator.controlledFrom().stream())
                .toList();
        operatorReach = vocabulary.fact(reach);
        facts.put(Fact.ACTOR_EXPOSURE, exposure(reach, regimes, vocabulary));
    }

    /** Regimes that reach the operator by its seat or by those who control it; maybe none, and that is known. */
    private WordSet exposure(List<String> reach, List<Regime> regimes, Vocabulary vocabulary) {
        if (regimes.isEmpty() || !operatorReach.isStated()) {
            return WordSet.UNSTATED;
        }
        return vocabulary.set(regimes.stream()
                .filter(regime -> regime.countries().stream().anyMatch(reach::contains))
                .map(Regime::id)
                .toList());
    }

    /** A fact about the site or its operator, other than {@link Fact#PLACE_COUNTRY}. */
    WordSet words(Fact fact) {
        return facts.getOrDefault(fact, WordSet.UNSTATED);
    }

    /** Where a stage happens; the way there ({@link Stage#S3_TRANSIT}) is not the site's to know. */
    WordSet countries(Stage stage) {
        return countries.getOrDefault(stage, WordSet.UNSTATED);
    }

    /** The operator's seat and the countries from which it is controlled. */
    WordSet operatorReach() {
        return operatorReach;
    }
}
