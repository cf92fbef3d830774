package org.tafsim.sovereignty;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tafsim.model.Fact;
import org.tafsim.model.Measure;
import org.tafsim.model.Site;
import org.tafsim.model.Stage;
import org.tafsim.model.Trust;

/** A site as the law sees it, stage by stage: itself, or the services it uses. */
final class LegalSite {
    private static final List<Measure> SEAL = List.of(
            Measure.PLACE_SEAL_1,
            Measure.PLACE_SEAL_2,
            Measure.PLACE_SEAL_3,
            Measure.PLACE_SEAL_4,
            Measure.PLACE_SEAL_5,
            Measure.PLACE_SEAL_6,
            Measure.PLACE_SEAL_7,
            Measure.PLACE_SEAL_8);

    private final Map<Stage, LegalFacts> facts = new EnumMap<>(Stage.class);
    private final List<Integer> seal;
    private final WordSet operatorReach;

    /**
     * A site.
     *
     * @param hardware seats of the makers of its accelerators; empty where it has none
     */
    LegalSite(Site site, List<String> hardware, LegalParties parties, Vocabulary vocabulary) {
        LegalFacts operator = parties.operator(site.operatorId());
        operatorReach = operator.words(Fact.ACTOR_SEAT).or(operator.words(Fact.ACTOR_CONTROL));
        seal = site.trust().seal();
        LegalFacts own = operator.with(new LegalFacts(words(site, hardware, vocabulary), grades(site.trust())));
        Site.Custody custody = site.custody();
        List.of(Stage.S1_CAPTURE, Stage.S2_RADIO).forEach(stage -> facts.put(stage, LegalFacts.NONE));
        List.of(
                        Stage.S3_TRANSIT,
                        Stage.S4_GATEWAY,
                        Stage.S5_PROCESSING,
                        Stage.S7_CACHE,
                        Stage.S8_STATE,
                        Stage.S11_FAILOVER,
                        Stage.S12_RETENTION)
                .forEach(stage -> facts.put(stage, own));
        facts.put(Stage.S9_OBSERVABILITY, own.with(Fact.PLACE_COUNTRY, vocabulary.fact(custody.logCountries())));
        facts.put(Stage.S14_ADMINISTRATION, own.with(Fact.PLACE_COUNTRY, vocabulary.fact(custody.supportCountries())));
        for (Stage stage : Stage.values()) {
            List<LegalFacts> services = services(site.trust(), stage, parties);
            if (!services.isEmpty()) {
                facts.put(stage, own.actedOnBy(stage == Stage.S7_CACHE ? and(own, services) : services));
            }
        }
    }

    private static List<LegalFacts> services(Trust trust, Stage stage, LegalParties parties) {
        return trust.uses().entrySet().stream()
                .filter(use -> use.getKey().stage() == stage)
                .map(use -> parties.service(use.getValue().serviceId()))
                .toList();
    }

    /** What does not fit spills over: the cache is at both. */
    private static List<LegalFacts> and(LegalFacts own, List<LegalFacts> services) {
        return Stream.concat(Stream.of(own), services.stream()).toList();
    }

    private static Map<Fact, WordSet> words(Site site, List<String> hardware, Vocabulary vocabulary) {
        return Map.of(
                Fact.PLACE_COUNTRY, vocabulary.fact(List.of(site.countryCode())),
                Fact.PLACE_CERTIFICATES, vocabulary.fact(site.custody().certificates()),
                Fact.PLACE_TIER, vocabulary.fact(List.of(site.tier().word())),
                Fact.PLACE_HARDWARE, vocabulary.fact(hardware),
                Fact.CACHE_SHARING, vocabulary.fact(List.of(site.trust().cacheIsShared() ? "shared" : "tenant")),
                Fact.ASSET_ENCRYPTION, vocabulary.fact(site.trust().encryption()),
                Fact.KEY_COUNTRY, vocabulary.fact(site.custody().keyCountries()));
    }

    private static Map<Measure, Span> grades(Trust trust) {
        Map<Measure, Span> grades = new EnumMap<>(Measure.class);
        trust.unionAssuranceLevel().ifPresent(level -> grades.put(Measure.PLACE_UAL, Span.of(level)));
        for (int i = 0; i < trust.seal().size(); i++) {
            grades.put(SEAL.get(i), Span.of(trust.seal().get(i)));
        }
        return grades;
    }

    /** Whether a stage happens: at the site, on the way to it, or at a service that it uses. */
    boolean has(Stage stage) {
        return facts.containsKey(stage);
    }

    /**
     * What holds where a stage happens. The user's country and the way there ({@link Stage#S1_CAPTURE} to
     * {@link Stage#S3_TRANSIT}) are not the site's to know.
     */
    LegalFacts at(Stage stage) {
        return facts.getOrDefault(stage, LegalFacts.NONE);
    }

    /** SEAL levels; empty where it was not graded. */
    List<Integer> seal() {
        return seal;
    }

    /** The operator's seat and the countries from which it is controlled. */
    WordSet operatorReach() {
        return operatorReach;
    }
}
