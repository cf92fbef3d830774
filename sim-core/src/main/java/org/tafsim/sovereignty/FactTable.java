package org.tafsim.sovereignty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.tafsim.model.DataClass;
import org.tafsim.model.Fact;
import org.tafsim.model.Measure;
import org.tafsim.model.Scenario;
import org.tafsim.model.Site;
import org.tafsim.model.Stage;
import org.tafsim.model.Tier;
import org.tafsim.model.Trust;

/** Every fact of every profile at every site, stage by stage. */
final class FactTable implements Facts {
    private final Vocabulary vocabulary;
    private final Profiles profiles;
    private final List<LegalSite> sites = new ArrayList<>(); // by kind
    private final List<Integer> firstOfKind = new ArrayList<>();
    private final int[] kindOfSite;
    private final Set<String> regimes = new HashSet<>(); // asked, never iterated

    FactTable(Scenario scenario, Profiles profiles, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.profiles = profiles;
        scenario.sovereignty().regimes().forEach(regime -> regimes.add(regime.id()));
        LegalParties parties = new LegalParties(scenario, vocabulary);
        Map<String, Set<String>> makers = makersBySite(scenario);
        kindOfSite = new int[scenario.sites().size()];
        Numbering<SiteKind> kinds = new Numbering<>();
        for (int i = 0; i < kindOfSite.length; i++) {
            Site site = scenario.sites().get(i);
            List<String> hardware = List.copyOf(makers.getOrDefault(site.id(), Set.of()));
            kindOfSite[i] = kinds.of(SiteKind.of(site, hardware));
            if (kindOfSite[i] == sites.size()) {
                sites.add(new LegalSite(site, hardware, parties, vocabulary));
                firstOfKind.add(i);
            }
        }
    }

    /** All that tells a site from another in law. */
    private record SiteKind(
            String country, Tier tier, String operator, Site.Custody custody, Trust trust, List<String> hardware) {
        static SiteKind of(Site site, List<String> hardware) {
            return new SiteKind(
                    site.countryCode(), site.tier(), site.operatorId(), site.custody(), site.trust(), hardware);
        }
    }

    private static Map<String, Set<String>> makersBySite(Scenario scenario) {
        Map<String, Set<String>> makers = new HashMap<>(); // asked, never iterated
        scenario.replicas()
                .forEach(replica -> makers.computeIfAbsent(replica.siteId(), any -> new LinkedHashSet<>())
                        .add(replica.accelerator().vendorCountry()));
        return makers;
    }

    @Override
    public int siteCount() {
        return kindOfSite.length;
    }

    LegalSite site(int site) {
        return sites.get(kindOfSite[site]);
    }

    Profiles profiles() {
        return profiles;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Sites at which a stage happens. */
    SiteSet where(Stage stage) {
        return SiteSet.of(siteCount(), site -> site(site).has(stage));
    }

    /** Sites that differ in nothing the law sees answer alike, unless it is the way there that is asked for. */
    @Override
    public TruthSet truths(Traits traits, IntFunction<Truth> answer) {
        if (traits.users() == Traits.Users.ROUTE) {
            return TruthSet.of(siteCount(), answer);
        }
        Truth[] answers = firstOfKind.stream().map(answer::apply).toArray(Truth[]::new);
        return TruthSet.of(siteCount(), site -> answers[kindOfSite[site]]);
    }

    @Override
    public DataClass dataClass(Profile profile) {
        return profiles.app(profile).dataClass();
    }

    @Override
    public boolean isDeclared(String regime) {
        return regimes.contains(regime);
    }

    /** Whether a regime reaches one of those who act somewhere. */
    Truth isExposed(String regime, LegalFacts there) {
        return isDeclared(regime)
                ? vocabulary.set(List.of(regime)).isWithin(there.words(Fact.ACTOR_EXPOSURE))
                : Truth.UNKNOWN;
    }

    /** What a fact depends on beside the site. */
    static Traits traits(Fact fact, Stage stage) {
        return switch (fact) {
            case PATH_COUNTRIES -> Traits.ROUTE;
            case PLACE_COUNTRY ->
                switch (stage) {
                    case S1_CAPTURE, S2_RADIO -> Traits.COUNTRY;
                    case S3_TRANSIT -> Traits.ROUTE;
                    default -> Traits.NONE;
                };
            case SUBJECT_COUNTRY -> Traits.COUNTRY;
            case TENANT_SECTOR,
                    TENANT_COUNTRY,
                    ASSET_FLAGS,
                    ASSET_PURPOSE,
                    SUBJECT_CONSENT,
                    MODEL_PROVIDER,
                    WORKLOAD_RISK -> Traits.APP;
            case PLACE_CERTIFICATES,
                    PLACE_TIER,
                    PLACE_HARDWARE,
                    CACHE_SHARING,
                    ACTOR_SEAT,
                    ACTOR_CONTROL,
                    ACTOR_EXPOSURE,
                    ACTOR_ESTABLISHMENTS,
                    ACTOR_UNDERTAKINGS,
                    ASSET_ENCRYPTION,
                    KEY_COUNTRY -> Traits.NONE;
        };
    }

    /** What a number depends on beside the site. */
    static Traits traits(Measure measure) {
        return isOfApp(measure) ? Traits.APP : Traits.NONE;
    }

    private static boolean isOfApp(Measure measure) {
        return measure == Measure.CACHE_TTL_SECONDS || measure.compareTo(Measure.TENANT_MIN_UAL) >= 0;
    }

    @Override
    public IntFunction<WordSet> words(Fact fact, Stage stage, Profile profile) {
        return switch (fact) {
            case PATH_COUNTRIES -> site -> profiles.path(profile, site);
            case PLACE_COUNTRY -> countries(stage, profile);
            case SUBJECT_COUNTRY -> everywhere(country(profile));
            default ->
                traits(fact, stage).app()
                        ? everywhere(profiles.app(profile).words(fact, vocabulary))
                        : site -> site(site).at(stage).words(fact);
        };
    }

    /** Where a stage happens: with the user, on the way, or where the site says. */
    IntFunction<WordSet> countries(Stage stage, Profile profile) {
        return switch (stage) {
            case S1_CAPTURE, S2_RADIO -> everywhere(country(profile));
            case S3_TRANSIT -> site -> profiles.path(profile, site);
            default -> site -> site(site).at(stage).words(Fact.PLACE_COUNTRY);
        };
    }

    @Override
    public IntFunction<Span> spans(Measure measure, Stage stage, Profile profile) {
        if (isOfApp(measure)) {
            Span span = profiles.app(profile).span(measure);
            return site -> span;
        }
        return site -> site(site).at(stage).span(measure);
    }

    private WordSet country(Profile profile) {
        return vocabulary.fact(List.of(profiles.country(profile)));
    }

    private static IntFunction<WordSet> everywhere(WordSet words) {
        return site -> words;
    }
}
