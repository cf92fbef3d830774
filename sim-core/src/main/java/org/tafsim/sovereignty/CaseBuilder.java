package org.tafsim.sovereignty;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tafsim.model.Fact;
import org.tafsim.model.Regime;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.model.Stage;

/** Judges a subject's request at a place: states the facts of the case, stage by stage, and asks every rule. */
final class CaseBuilder {
    private final Vocabulary vocabulary = new Vocabulary();
    private final SovereigntySpec law;
    private final List<RuleCheck> checks;
    private final List<Question> whens = new ArrayList<>();
    private final List<Question> needs = new ArrayList<>();

    CaseBuilder(SovereigntySpec law) {
        this.law = law;
        checks = RuleCheck.of(law.rules());
        ConditionCompiler compiler = new ConditionCompiler(vocabulary, law.regimes());
        for (RuleCheck check : checks) {
            whens.add(compiler.compile(check.rule().when()));
            needs.add(compiler.compile(check.rule().need()));
        }
    }

    List<RuleCheck> checks() {
        return checks;
    }

    Verdicts judge(Subject subject, Place place) {
        LegalCase facts = new LegalCase();
        stateSubject(facts, subject);
        statePlace(facts, place);
        List<Verdict> answers = new ArrayList<>(checks.size());
        for (int i = 0; i < checks.size(); i++) {
            facts.state(
                    Fact.PLACE_COUNTRY, vocabulary.fact(countries(checks.get(i).stage(), place)));
            answers.add(Verdict.of(whens.get(i).ask(facts), needs.get(i).ask(facts)));
        }
        return new Verdicts(checks, answers, inJurisdiction(subject, place), ownControl(subject, place));
    }

    private void stateSubject(LegalCase facts, Subject subject) {
        facts.state(subject.dataClass());
        facts.state(Fact.SUBJECT_COUNTRY, vocabulary.fact(List.of(subject.country())));
        facts.state(Fact.TENANT_SECTOR, vocabulary.fact(List.of(subject.sector())));
    }

    private void statePlace(LegalCase facts, Place place) {
        LegalSite site = place.site();
        facts.state(Fact.PLACE_CERTIFICATES, vocabulary.fact(site.custody().certificates()));
        facts.state(Fact.PLACE_TIER, vocabulary.fact(List.of(site.tier().word())));
        facts.state(Fact.ACTOR_SEAT, vocabulary.fact(List.of(site.operatorSeat())));
        facts.state(Fact.ACTOR_CONTROL, vocabulary.fact(site.operatorControl()));
        facts.state(Fact.ACTOR_EXPOSURE, exposure(site));
        facts.state(Fact.KEY_COUNTRY, vocabulary.fact(site.custody().keyCountries()));
        facts.state(Fact.PATH_COUNTRIES, vocabulary.fact(place.path()));
    }

    /** Regimes that reach the operator by its seat or by those who control it. */
    private WordSet exposure(LegalSite site) {
        List<String> reached = reachable(site);
        if (law.regimes().isEmpty() || !vocabulary.fact(reached).isStated()) {
            return WordSet.UNSTATED;
        }
        return vocabulary.set(law.regimes().stream()
                .filter(regime -> regime.countries().stream().anyMatch(reached::contains))
                .map(Regime::id)
                .toList());
    }

    private static List<String> reachable(LegalSite site) {
        return Stream.concat(Stream.of(site.operatorSeat()), site.operatorControl().stream())
                .toList();
    }

    /** Where the stage happens. */
    private static List<String> countries(Stage stage, Place place) {
        return switch (stage) {
            case S3_TRANSIT -> place.path();
            case S5_PROCESSING, S7_CACHE -> List.of(place.site().country());
            case S9_OBSERVABILITY -> place.site().custody().logCountries();
            case S14_ADMINISTRATION -> place.site().custody().supportCountries();
        };
    }

    private Truth inJurisdiction(Subject subject, Place place) {
        return isInArea(subject, place.path())
                .and(isInArea(subject, List.of(place.site().country())))
                .and(isInArea(subject, place.site().custody().logCountries()));
    }

    private Truth ownControl(Subject subject, Place place) {
        return isInArea(subject, reachable(place.site()));
    }

    private Truth isInArea(Subject subject, List<String> countries) {
        return ConditionCompiler.isWithin(vocabulary.fact(countries), vocabulary.fact(LegalArea.of(subject.country())));
    }
}
