package org.tafsim.sovereignty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafsim.sovereignty.Rules.excludes;
import static org.tafsim.sovereignty.Rules.has;
import static org.tafsim.sovereignty.Rules.in;
import static org.tafsim.sovereignty.Rules.need;
import static org.tafsim.sovereignty.Verdict.DENY;
import static org.tafsim.sovereignty.Verdict.PERMIT;
import static org.tafsim.sovereignty.Verdict.UNKNOWN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.model.Condition;
import org.tafsim.model.DataClass;
import org.tafsim.model.Fact;
import org.tafsim.model.Rule;
import org.tafsim.model.Site;
import org.tafsim.model.Tier;

/** Location and control are two axes: the address says where the bytes are, exposure whose law reaches those who hold them. */
class ExposureTest {

    private static final Condition ON_EU_SOIL = in(Fact.PLACE_COUNTRY, "DE", "FR");
    private static final Condition NOT_UNDER_US_LAW = excludes(Fact.ACTOR_EXPOSURE, "US");

    @Test
    void aUsControlledCloudOnEuSoilPassesOnLocationAndFailsOnControl() {
        assertThat(answers(need(ON_EU_SOIL), world())).containsExactly(PERMIT, PERMIT, PERMIT);
        assertThat(answers(need(NOT_UNDER_US_LAW), world())).containsExactly(PERMIT, DENY, DENY);
    }

    @Test
    void staysInJurisdictionThereButNotUnderOwnControl() {
        RuleBook book = world().book();

        assertThat(List.of(book.inJurisdiction(0, 0, 0), book.inJurisdiction(0, 0, 1), book.inJurisdiction(0, 0, 2)))
                .containsExactly(Truth.YES, Truth.YES, Truth.YES);
        assertThat(List.of(book.ownControl(0, 0, 0), book.ownControl(0, 0, 1), book.ownControl(0, 0, 2)))
                .containsExactly(Truth.YES, Truth.NO, Truth.NO);
    }

    @Test
    void anOperatorThatNoRegimeReachesIsKnownToBeUnexposed() {
        assertThat(answers(need(has(Fact.ACTOR_EXPOSURE, "US")), world())).containsExactly(DENY, PERMIT, PERMIT);
        assertThat(answers(need(in(Fact.ACTOR_EXPOSURE)), world())).containsExactly(PERMIT, DENY, DENY);
    }

    @Test
    void exposureToARegimeThatNobodyDeclaredIsUnknown() {
        assertThat(answers(need(excludes(Fact.ACTOR_EXPOSURE, "US", "RU")), world()))
                .containsExactly(UNKNOWN, DENY, DENY);
        assertThat(answers(need(has(Fact.ACTOR_EXPOSURE, "US", "RU")), world()))
                .containsExactly(DENY, UNKNOWN, UNKNOWN);
    }

    @Test
    void withoutAnyRegimeExposureIsUnknown() {
        World world = world();
        world.regimes.clear();

        assertThat(answers(need(NOT_UNDER_US_LAW), world)).containsExactly(UNKNOWN, UNKNOWN, UNKNOWN);
    }

    private static List<Verdict> answers(Rule rule, World world) {
        RuleBook book = world.book(List.of(rule));
        return List.of(book.verdict(0, 0, 0, 0), book.verdict(0, 0, 0, 1), book.verdict(0, 0, 0, 2));
    }

    /** A German telco, an American cloud's region in Germany, and a French firm that Americans own. */
    private static World world() {
        Site.Custody german = new Site.Custody(List.of(), List.of("DE"), List.of("DE"), List.of("DE"));
        return new World()
                .regime("US", "US")
                .operator("telco", "DE", "DE")
                .operator("hyperscaler", "US", "US")
                .operator("subsidiary", "FR", "US")
                .site("DE", Tier.NEAR_EDGE, "telco", german)
                .site("DE", Tier.CLOUD, "hyperscaler", german)
                .site("FR", Tier.CLOUD, "subsidiary", german)
                .population("DE")
                .app(DataClass.PER, "consumer");
    }
}
