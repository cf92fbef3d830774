package org.tafsim.sovereignty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafsim.sovereignty.Rules.all;
import static org.tafsim.sovereignty.Rules.any;
import static org.tafsim.sovereignty.Rules.atLeast;
import static org.tafsim.sovereignty.Rules.excludes;
import static org.tafsim.sovereignty.Rules.has;
import static org.tafsim.sovereignty.Rules.in;
import static org.tafsim.sovereignty.Rules.need;
import static org.tafsim.sovereignty.Rules.within;
import static org.tafsim.sovereignty.Verdict.DENY;
import static org.tafsim.sovereignty.Verdict.PERMIT;
import static org.tafsim.sovereignty.Verdict.SILENT;
import static org.tafsim.sovereignty.Verdict.UNKNOWN;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
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
import org.tafsim.model.Tenant;
import org.tafsim.model.Tier;
import org.tafsim.model.Trust;

/**
 * Vectors of every shape of rule, worked by hand, at three sites: a full one in Germany, one in the United States, and one
 * that states nothing but its address in Germany.
 */
class ConditionVectorsTest {

    private static final Condition YES = in(Fact.SUBJECT_COUNTRY, "FR");
    private static final Condition NO = in(Fact.SUBJECT_COUNTRY, "DE");

    /** Only the third site does not say. */
    private static final Condition KEYS_IN_GERMANY = in(Fact.KEY_COUNTRY, "DE");

    static final List<Arguments> NEEDS = List.of(
            needs("in: every word is among them", in(Fact.KEY_COUNTRY, "DE", "FR"), PERMIT, DENY, UNKNOWN),
            needs("in nothing", in(Fact.KEY_COUNTRY), DENY, DENY, UNKNOWN),
            needs("in, two words of the fact", in(Fact.ACTOR_CONTROL, "DE"), PERMIT, DENY, PERMIT),
            needs("has one", has(Fact.PLACE_CERTIFICATES, "C5-T2"), PERMIT, DENY, UNKNOWN),
            needs("has both", has(Fact.PLACE_CERTIFICATES, "C5-T2", "HDS"), PERMIT, DENY, UNKNOWN),
            needs("has one too many", has(Fact.PLACE_CERTIFICATES, "C5-T2", "TEE"), DENY, DENY, UNKNOWN),
            needs("excludes", excludes(Fact.KEY_COUNTRY, "US", "CN"), PERMIT, DENY, UNKNOWN),
            needs("within another fact", within(Fact.KEY_COUNTRY, Fact.ACTOR_SEAT), PERMIT, DENY, UNKNOWN),
            needs("tier", in(Fact.PLACE_TIER, "far-edge", "near-edge"), PERMIT, DENY, PERMIT),
            needs("all of none", all(), PERMIT, PERMIT, PERMIT),
            needs("any of none", any(), DENY, DENY, DENY),
            needs("all: yes and x", all(YES, KEYS_IN_GERMANY), PERMIT, DENY, UNKNOWN),
            needs("all: no outweighs unknown", all(NO, KEYS_IN_GERMANY), DENY, DENY, DENY),
            needs("any: yes outweighs unknown", any(YES, KEYS_IN_GERMANY), PERMIT, PERMIT, PERMIT),
            needs("any: no or x", any(NO, KEYS_IN_GERMANY), PERMIT, DENY, UNKNOWN),
            needs("class at least", atLeast(DataClass.PER), PERMIT, PERMIT, PERMIT),
            needs("class at least more", atLeast(DataClass.TEL), DENY, DENY, DENY),
            needs("class is", new Condition.ClassIs(DataClass.SPC), PERMIT, PERMIT, PERMIT));

    static final List<Arguments> WHENS = List.of(
            needs("if yes: the need decides", need(YES, KEYS_IN_GERMANY), PERMIT, DENY, UNKNOWN),
            needs("if no: silence", need(NO, KEYS_IN_GERMANY), SILENT, SILENT, SILENT),
            needs("if unknown: a need that holds permits", need(KEYS_IN_GERMANY, YES), PERMIT, SILENT, PERMIT),
            needs("if unknown: one that fails is unknown", need(KEYS_IN_GERMANY, NO), DENY, SILENT, UNKNOWN),
            needs("if unknown, need unknown", need(KEYS_IN_GERMANY, KEYS_IN_GERMANY), PERMIT, SILENT, UNKNOWN));

    @ParameterizedTest(name = "{0}")
    @FieldSource({"NEEDS", "WHENS"})
    void everyShapeOfRuleAnswersAsWorkedByHand(String name, Rule rule, Verdict full, Verdict american, Verdict silent) {
        RuleBook book = world().rule(rule).book();

        assertThat(List.of(book.verdict(0, 0, 0, 0), book.verdict(0, 0, 0, 1), book.verdict(0, 0, 0, 2)))
                .containsExactly(full, american, silent);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource({"NEEDS", "WHENS"})
    void whatIsDeniedOrUnknownIsClosed(String name, Rule rule, Verdict full, Verdict american, Verdict silent) {
        SiteSet open = world().rule(rule).book().feasibleSites(0, 0);

        assertThat(List.of(open.contains(0), open.contains(1), open.contains(2)))
                .containsExactly(!full.isBroken(), !american.isBroken(), !silent.isBroken());
    }

    static final List<Arguments> NUMBERS = List.of(
            needs("at least", new Condition.AtLeast(Measure.PLACE_UAL, 3), PERMIT, DENY, UNKNOWN),
            needs("at least as much as it is", new Condition.AtLeast(Measure.PLACE_UAL, 1), PERMIT, PERMIT, UNKNOWN),
            needs("at most", new Condition.AtMost(Measure.PLACE_UAL, 2), DENY, PERMIT, UNKNOWN),
            needs("SEAL", new Condition.AtLeast(Measure.PLACE_SEAL_5, 2), PERMIT, DENY, UNKNOWN),
            needs("shares, at the bound", atMost(Measure.ACTOR_TOTAL_NON_EU_SHARE, 0.39), PERMIT, DENY, UNKNOWN),
            needs("shares, under it", atMost(Measure.ACTOR_TOTAL_NON_EU_SHARE, 0.38), DENY, DENY, UNKNOWN),
            needs("one holder", atMost(Measure.ACTOR_LARGEST_NON_EU_SHARE, 0.24), PERMIT, DENY, UNKNOWN),
            needs("as the tenant asks", other(Measure.PLACE_UAL, Measure.TENANT_MIN_UAL), PERMIT, DENY, UNKNOWN),
            needs("as nobody asks", other(Measure.PLACE_SEAL_1, Measure.TENANT_MIN_SEAL_1), UNKNOWN, UNKNOWN, UNKNOWN),
            needs("cache", atMost(Measure.CACHE_TTL_SECONDS, 3600), PERMIT, PERMIT, PERMIT),
            needs("cache too long", atMost(Measure.CACHE_TTL_SECONDS, 3599), DENY, DENY, DENY));

    static final List<Arguments> TERMS = List.of(
            needs("flag", has(Fact.ASSET_FLAGS, "secrecy"), PERMIT, PERMIT, PERMIT),
            needs("no such flag is known", has(Fact.ASSET_FLAGS, "children"), DENY, DENY, DENY),
            needs("no consent is known", has(Fact.SUBJECT_CONSENT, "ads"), DENY, DENY, DENY),
            needs("purpose", in(Fact.ASSET_PURPOSE, "billing"), PERMIT, PERMIT, PERMIT),
            needs("risk", in(Fact.WORKLOAD_RISK, "high"), DENY, DENY, DENY),
            needs("tenant's country", within(Fact.PLACE_COUNTRY, Fact.TENANT_COUNTRY), PERMIT, DENY, PERMIT),
            needs("model", in(Fact.MODEL_PROVIDER, "FR"), PERMIT, PERMIT, PERMIT),
            needs("hardware", in(Fact.PLACE_HARDWARE, "US"), PERMIT, DENY, UNKNOWN),
            needs("cache sharing", in(Fact.CACHE_SHARING, "tenant"), PERMIT, DENY, PERMIT),
            needs("encryption", in(Fact.ASSET_ENCRYPTION, "e2e"), PERMIT, DENY, UNKNOWN),
            needs("establishments and the seat", has(Fact.ACTOR_ESTABLISHMENTS, "DE", "AT"), PERMIT, DENY, DENY),
            needs("undertakings", has(Fact.ACTOR_UNDERTAKINGS, "secrecy"), PERMIT, UNKNOWN, UNKNOWN));

    @ParameterizedTest(name = "{0}")
    @FieldSource({"NUMBERS", "TERMS"})
    void everyNumberAndEveryTermAnswersAsWorkedByHand(
            String name, Rule rule, Verdict full, Verdict american, Verdict silent) {
        RuleBook book = gradedWorld().rule(rule).book();

        assertThat(List.of(book.verdict(0, 0, 0, 0), book.verdict(0, 0, 0, 1), book.verdict(0, 0, 0, 2)))
                .containsExactly(full, american, silent);
    }

    private static Condition atMost(Measure measure, double bound) {
        return new Condition.AtMost(measure, bound);
    }

    private static Condition other(Measure measure, Measure other) {
        return new Condition.AtLeastOther(measure, other);
    }

    /** A graded site of a German operator, of which Americans hold 24 % and Swiss 15 %; an American one; one that says nothing. */
    private static World gradedWorld() {
        Site.Custody nothing = new Site.Custody(List.of(), List.of(), List.of(), List.of());
        Map<ServiceRole, Trust.Use> none = Map.of();
        List<Integer> low = List.of(1, 1, 1, 1, 1, 1, 1, 1);
        DataTerms terms = new DataTerms(
                List.of("secrecy"),
                "billing",
                List.of(),
                "limited",
                List.of(new AssetSpec(AssetKind.KV_BLOCK, 0, 0, 0, 3_600_000_000_000L)),
                new Tenant(List.of("DE"), List.of(), OptionalInt.of(2)),
                new OnInfeasible.Reject());
        return new World()
                .operator("telco", "DE", "DE")
                .owner("telco", "US", 0.24)
                .owner("telco", "holding", 0.6)
                .owner("telco", "DE", 0.16)
                .says("telco", List.of("AT"), List.of("secrecy"))
                .operator("holding", "AT", "AT")
                .owner("holding", "CH", 0.25)
                .owner("holding", "AT", 0.75)
                .operator("hyperscaler", "US", "US")
                .owner("hyperscaler", "US", 1)
                .operator("silent", "DE", "DE")
                .site("DE", Tier.FAR_EDGE, "telco", nothing)
                .trust(new Trust(none, List.of(3, 3, 3, 3, 2, 3, 3, 3), OptionalInt.of(3), false, List.of("e2e")))
                .replica("US", "FR")
                .site("US", Tier.CLOUD, "hyperscaler", nothing)
                .trust(new Trust(none, low, OptionalInt.of(1), true, List.of("hop")))
                .replica("CN", "FR")
                .site("DE", Tier.NEAR_EDGE, "silent", nothing)
                .population("FR")
                .app(DataClass.SPC, "health")
                .terms(terms);
    }

    @Test
    void aSectorThatNobodyStatedIsUnknown() {
        Rule rule = need(in(Fact.TENANT_SECTOR, "health"), in(Fact.PLACE_COUNTRY, "DE"));
        World world =
                world().app(DataClass.SPC, " ").app(DataClass.SPC, "industry").rule(rule);

        RuleBook book = world.book();

        assertThat(book.verdict(0, 0, 0, 1)).isEqualTo(DENY); // health, in the United States
        assertThat(book.verdict(0, 1, 0, 0)).isEqualTo(PERMIT); // maybe health, in Germany
        assertThat(book.verdict(0, 1, 0, 1)).isEqualTo(UNKNOWN); // maybe health, in the United States
        assertThat(book.verdict(0, 2, 0, 1)).isEqualTo(SILENT);
    }

    private static World world() {
        Site.Custody full = new Site.Custody(List.of("C5-T2", "HDS"), List.of("DE"), List.of("DE"), List.of("DE"));
        Site.Custody american = new Site.Custody(List.of("SOC2"), List.of("US", "DE"), List.of("US"), List.of("US"));
        Site.Custody silent = new Site.Custody(List.of(), List.of(), List.of(), List.of());
        return new World()
                .operator("telco", "DE", "DE")
                .operator("hyperscaler", "US", "US", "DE")
                .site("DE", Tier.FAR_EDGE, "telco", full)
                .site("US", Tier.CLOUD, "hyperscaler", american)
                .site("DE", Tier.NEAR_EDGE, "telco", silent)
                .population("FR")
                .app(DataClass.SPC, "health");
    }

    private static Arguments needs(String name, Condition need, Verdict full, Verdict american, Verdict silent) {
        return needs(name, need(need), full, american, silent);
    }

    private static Arguments needs(String name, Rule rule, Verdict full, Verdict american, Verdict silent) {
        return Arguments.of(name, rule, full, american, silent);
    }
}
