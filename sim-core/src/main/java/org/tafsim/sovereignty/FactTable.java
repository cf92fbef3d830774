package org.tafsim.sovereignty;

import java.util.List;
import java.util.function.IntFunction;
import org.tafsim.model.Fact;
import org.tafsim.model.Operator;
import org.tafsim.model.Scenario;
import org.tafsim.model.Site;
import org.tafsim.model.Stage;

/** Every fact of every profile at every site, stage by stage. */
final class FactTable {
    private final Vocabulary vocabulary;
    private final Profiles profiles;
    private final List<LegalSite> sites;

    FactTable(Scenario scenario, Profiles profiles, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.profiles = profiles;
        sites = scenario.sites().stream()
                .map(site -> new LegalSite(
                        site, operator(scenario, site), scenario.sovereignty().regimes(), vocabulary))
                .toList();
    }

    private static Operator operator(Scenario scenario, Site site) {
        return scenario.operators().stream()
                .filter(operator -> operator.id().equals(site.operatorId()))
                .findFirst()
                .orElseThrow();
    }

    int siteCount() {
        return sites.size();
    }

    LegalSite site(int site) {
        return sites.get(site);
    }

    Profiles profiles() {
        return profiles;
    }

    /** What a fact depends on beside the site. */
    static Traits traits(Fact fact, Stage stage) {
        return switch (fact) {
            case PATH_COUNTRIES -> Traits.ROUTE;
            case PLACE_COUNTRY -> stage == Stage.S3_TRANSIT ? Traits.ROUTE : Traits.NONE;
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

    /** The fact's words at each site. */
    IntFunction<WordSet> words(Fact fact, Stage stage, Profile profile) {
        return switch (fact) {
            case PATH_COUNTRIES -> site -> profiles.path(profile, site);
            case PLACE_COUNTRY -> countries(stage, profile);
            case SUBJECT_COUNTRY -> everywhere(profiles.country(profile));
            case TENANT_SECTOR -> everywhere(profiles.app(profile).sector());
            case TENANT_COUNTRY, ASSET_FLAGS, ASSET_PURPOSE, SUBJECT_CONSENT, MODEL_PROVIDER, WORKLOAD_RISK ->
                site -> WordSet.UNSTATED;
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
                    KEY_COUNTRY -> site -> sites.get(site).words(fact);
        };
    }

    /** Where a stage happens: on the way, or where the site says. */
    IntFunction<WordSet> countries(Stage stage, Profile profile) {
        return stage == Stage.S3_TRANSIT
                ? site -> profiles.path(profile, site)
                : site -> sites.get(site).countries(stage);
    }

    private IntFunction<WordSet> everywhere(String word) {
        WordSet words = vocabulary.fact(List.of(word));
        return site -> words;
    }
}
