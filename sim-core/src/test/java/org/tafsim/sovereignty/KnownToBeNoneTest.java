package org.tafsim.sovereignty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafsim.sovereignty.Rules.at;
import static org.tafsim.sovereignty.Rules.excludes;
import static org.tafsim.sovereignty.Rules.in;
import static org.tafsim.sovereignty.Rules.need;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.model.AssetKind;
import org.tafsim.model.AssetSpec;
import org.tafsim.model.Condition;
import org.tafsim.model.DataClass;
import org.tafsim.model.DataTerms;
import org.tafsim.model.Fact;
import org.tafsim.model.Measure;
import org.tafsim.model.OnInfeasible;
import org.tafsim.model.Rule;
import org.tafsim.model.ServiceRole;
import org.tafsim.model.Site;
import org.tafsim.model.Stage;
import org.tafsim.model.Tenant;
import org.tafsim.model.Tier;
import org.tafsim.model.Trust;

/** Where saying less is saying something else: facts of which nothing said means none, and words taken out of a list. */
class KnownToBeNoneTest {

    @Test
    void aFlagThatIsNotRaisedAndAConsentThatIsNotGivenAreKnownToBeNone() {
        Rule noSecrets = need(excludes(Fact.ASSET_FLAGS, "secrecy"));
        Rule noAdvertising = need(excludes(Fact.SUBJECT_CONSENT, "ads"));

        assertThat(isOpen(world().terms(terms(List.of("secrecy"), List.of(), 0)), noSecrets))
                .isFalse();
        assertThat(isOpen(world(), noSecrets)).isTrue();
        assertThat(isOpen(world().terms(terms(List.of(), List.of("ads"), 0)), noAdvertising))
                .isFalse();
        assertThat(isOpen(world(), noAdvertising)).isTrue();
    }

    @Test
    void withoutAServiceItsStageDoesNotHappen() {
        Rule copies = at(Stage.S10_COPIES, in(Fact.PLACE_COUNTRY, "DE"));
        World backed = world().service("backup", "DE-telco", List.of("US"), List.of(), List.of());

        assertThat(isOpen(backed.uses(ServiceRole.BACKUP, "backup"), copies)).isFalse();
        assertThat(isOpen(backed.trust(Trust.UNSTATED), copies)).isTrue();
    }

    @Test
    void aCacheThatNobodyMentionsKeepsNothingAndIsNotShared() {
        Rule shortLived = need(new Condition.AtMost(Measure.CACHE_TTL_SECONDS, 60));
        Rule apart = need(in(Fact.CACHE_SHARING, "tenant"));

        assertThat(isOpen(world().terms(terms(List.of(), List.of(), 61)), shortLived))
                .isFalse();
        assertThat(isOpen(world(), shortLived)).isTrue();
        assertThat(isOpen(world(), apart)).isTrue();
    }

    @Test
    void oneWordFewerIsAnotherAnswerButNoneIsNoAnswer() {
        Rule noAmericanKeys = need(excludes(Fact.KEY_COUNTRY, "US"));

        assertThat(isOpen(keys("DE", "US"), noAmericanKeys)).isFalse();
        assertThat(isOpen(keys("DE"), noAmericanKeys)).isTrue();
        assertThat(isOpen(keys(), noAmericanKeys)).isFalse();
    }

    @Test
    void anOperatorHasNoEstablishmentsButThoseItStates() {
        Rule notThere = need(excludes(Fact.ACTOR_ESTABLISHMENTS, "US"));

        assertThat(isOpen(world().says("DE-telco", List.of("US"), List.of()), notThere))
                .isFalse();
        assertThat(isOpen(world(), notThere)).isTrue();
    }

    /** Asking for a regime by name is the way to be safe: then one that nobody declared is unknown. */
    @Test
    void withoutARegimeNobodyIsExposedToItButWhoAsksForItHasNoAnswer() {
        Rule byList = need(in(Fact.ACTOR_EXPOSURE, "CH"));
        Rule byName = need(excludes(Fact.ACTOR_EXPOSURE, "US"));

        assertThat(isOpen(exposed().regime("US", "US"), byList)).isFalse();
        assertThat(isOpen(exposed(), byList)).isTrue();
        assertThat(isOpen(exposed().regime("US", "US"), byName)).isFalse();
        assertThat(isOpen(exposed(), byName)).isFalse();
    }

    private static boolean isOpen(World world, Rule rule) {
        return world.book(List.of(rule)).feasibleSites(0, 0).contains(0);
    }

    private static World world() {
        return new World().site("DE").population("DE").app(DataClass.PER, "health");
    }

    private static World exposed() {
        Site.Custody home = new Site.Custody(List.of(), List.of("DE"), List.of("DE"), List.of("DE"));
        return new World()
                .regime("CH", "CH")
                .operator("firm", "CH", "US")
                .site("DE", Tier.CLOUD, "firm", home)
                .population("DE")
                .app(DataClass.PER, "health");
    }

    private static World keys(String... countries) {
        Site.Custody custody = new Site.Custody(List.of(), List.of(countries), List.of("DE"), List.of("DE"));
        return new World()
                .operator("telco", "DE", "DE")
                .site("DE", Tier.CLOUD, "telco", custody)
                .population("DE")
                .app(DataClass.PER, "health");
    }

    private static DataTerms terms(List<String> flags, List<String> consents, long cacheSeconds) {
        AssetSpec cache = new AssetSpec(AssetKind.KV_BLOCK, 0, 1, 0, cacheSeconds * 1_000_000_000L);
        return new DataTerms(
                flags, "service", consents, "minimal", List.of(cache), Tenant.UNSTATED, new OnInfeasible.Reject());
    }
}
