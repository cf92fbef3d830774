package org.tafsim.sovereignty;

import java.util.List;
import java.util.function.IntFunction;
import org.tafsim.model.Stage;

/** Whether requests stay where the law of their subjects reaches, whatever the rules say: see docs/model/sovereignty.md. */
final class Jurisdiction {
    private final FactTable facts;
    private final Vocabulary vocabulary;
    private final PerProfile<TruthSet> served = new PerProfile<>(Traits.COUNTRY, this::servedInArea);
    private final PerProfile<TruthSet> inArea = new PerProfile<>(Traits.ROUTE, this::allInArea);
    private final PerProfile<TruthSet> ownControl = new PerProfile<>(Traits.COUNTRY, this::controlledFromArea);

    Jurisdiction(FactTable facts, Vocabulary vocabulary) {
        this.facts = facts;
        this.vocabulary = vocabulary;
    }

    /** Carried, processed, cached and logged only in countries of the subject's legal area. */
    TruthSet inArea(Profile profile) {
        return inArea.of(profile);
    }

    /** Run by an operator that has its seat in that area and is controlled from nowhere else. */
    TruthSet ownControl(Profile profile) {
        return ownControl.of(profile);
    }

    private TruthSet allInArea(Profile profile) {
        return within(Traits.ROUTE, profile, facts.countries(Stage.S3_TRANSIT, profile))
                .and(served.of(profile));
    }

    private TruthSet servedInArea(Profile profile) {
        return within(Traits.COUNTRY, profile, facts.countries(Stage.S5_PROCESSING, profile))
                .and(within(Traits.COUNTRY, profile, facts.countries(Stage.S7_CACHE, profile)))
                .and(within(Traits.COUNTRY, profile, facts.countries(Stage.S9_OBSERVABILITY, profile)));
    }

    private TruthSet controlledFromArea(Profile profile) {
        return within(Traits.COUNTRY, profile, site -> facts.site(site).operatorReach());
    }

    private TruthSet within(Traits traits, Profile profile, IntFunction<WordSet> countries) {
        List<String> area = LegalArea.of(facts.profiles().country(profile));
        WordSet words = vocabulary.fact(area);
        return facts.truths(traits, site -> countries.apply(site).isWithin(words));
    }
}
