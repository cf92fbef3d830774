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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.tafsim.model.Condition;
import org.tafsim.model.DataClass;
import org.tafsim.model.Fact;
import org.tafsim.model.Rule;
import org.tafsim.model.Site;
import org.tafsim.model.Tier;

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
