package org.tafsim.sovereignty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tafsim.sovereignty.Rules.ALWAYS;
import static org.tafsim.sovereignty.Rules.EVERY_STAGE;
import static org.tafsim.sovereignty.Rules.at;
import static org.tafsim.sovereignty.Rules.atLeast;
import static org.tafsim.sovereignty.Rules.has;
import static org.tafsim.sovereignty.Rules.in;
import static org.tafsim.sovereignty.Rules.need;
import static org.tafsim.sovereignty.Rules.rule;
import static org.tafsim.sovereignty.Rules.within;
import static org.tafsim.sovereignty.Verdict.DENY;
import static org.tafsim.sovereignty.Verdict.PERMIT;
import static org.tafsim.sovereignty.Verdict.SILENT;
import static org.tafsim.sovereignty.Verdict.UNKNOWN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.model.Condition;
import org.tafsim.model.DataClass;
import org.tafsim.model.Fact;
import org.tafsim.model.Rule;
import org.tafsim.model.ServiceRole;
import org.tafsim.model.Site;
import org.tafsim.model.Stage;
import org.tafsim.model.Tier;

class RuleBookTest {

    private static final Condition IN_GERMANY = in(Fact.PLACE_COUNTRY, "DE");

    @Test
    void withoutRulesEverySiteIsFeasibleAndNothingIsBroken() {
        RuleBook book = world().book();

        assertThat(book.feasibleSites(0, 0).stream()).containsExactly(0, 1);
        assertThat(book.brokenRules(0, 0, 1)).isZero();
        assertThat(book.checks()).isEmpty();
    }

    /** The site stands in Germany, logs to the United States, is supported from India; the way there leads through France. */
    @ParameterizedTest
    @CsvSource({
        "S3_TRANSIT,        FR",
        "S5_PROCESSING,     DE",
        "S7_CACHE,          DE",
        "S9_OBSERVABILITY,  US",
        "S14_ADMINISTRATION,IN",
    })
    void theCountryOfThePlaceIsWhereTheStageHappens(Stage stage, String country) {
        Site.Custody custody = new Site.Custody(List.of(), List.of("CH"), List.of("US"), List.of("IN"));
        World world = new World()
                .operator("telco", "DE", "DE")
                .site("DE", Tier.FAR_EDGE, "telco", custody)
                .population("DE")
                .app(DataClass.PER, "consumer")
                .path(0, 0, "FR");

        assertThat(world.book(List.of(at(stage, in(Fact.PLACE_COUNTRY, country))))
                        .verdict(0, 0, 0, 0))
                .isEqualTo(PERMIT);
        assertThat(world.book(List.of(at(stage, in(Fact.PLACE_COUNTRY, "XX")))).verdict(0, 0, 0, 0))
                .isEqualTo(DENY);
    }

    @ParameterizedTest
    @CsvSource({"S3_TRANSIT", "S9_OBSERVABILITY", "S14_ADMINISTRATION"})
    void aPlaceThatIsNotStatedNeverOpens(Stage stage) {
        Site.Custody nothing = new Site.Custody(List.of(), List.of(), List.of(), List.of());
        RuleBook book = new World()
                .operator("telco", "DE", "DE")
                .site("DE", Tier.FAR_EDGE, "telco", nothing)
                .population("DE")
                .app(DataClass.PER, "consumer")
                .path(0, 0)
                .rule(at(stage, IN_GERMANY))
                .book();

        assertThat(book.verdict(0, 0, 0, 0)).isEqualTo(UNKNOWN);
        assertThat(book.feasibleSites(0, 0).isEmpty()).isTrue();
    }

    @Test
    void theWayDecidesForEachPopulationAlone() {
        RuleBook book = world().population("DE")
                .path(0, 0, "DE", "CH", "DE")
                .rule(at(Stage.S3_TRANSIT, in(Fact.PATH_COUNTRIES, "DE", "FR")))
                .book();

        assertThat(book.feasibleSites(0, 0).stream()).containsExactly(1); // the way to the first leads through CH
        assertThat(book.feasibleSites(0, 1).stream()).containsExactly(0, 1);
    }

    @Test
    void aRuleMayAskForTheSubjectsOwnCountry() {
        RuleBook book = world().population("FR")
                .rule(need(within(Fact.PLACE_COUNTRY, Fact.SUBJECT_COUNTRY)))
                .book();

        assertThat(book.feasibleSites(0, 0).stream()).containsExactly(0); // DE
        assertThat(book.feasibleSites(0, 1).stream()).containsExactly(1); // FR
    }

    @Test
    void aRuleBrokenAtSeveralStagesCountsOnce() {
        World world = world().rule(rule("A", Rule.Mode.AUDIT, EVERY_STAGE, ALWAYS, IN_GERMANY))
                .rule(rule("B", Rule.Mode.AUDIT, EVERY_STAGE, ALWAYS, in(Fact.PLACE_COUNTRY, "XX")));

        RuleBook book = world.book();

        assertThat(book.brokenRules(0, 0, 0)).isEqualTo(1); // B
        assertThat(book.brokenRules(0, 0, 1)).isEqualTo(2);
        assertThat(book.brokenChecks(0, 0, 0))
                .extracting(RuleCheck::stage)
                .doesNotContain(Stage.S6_TOOLS, Stage.S10_COPIES, Stage.S13_SECONDARY_USE, Stage.S15_SUPPLY)
                .hasSize(EVERY_STAGE.size() - 4);
    }

    @Test
    void onlyEnforcedRulesCloseAndOnlyThoseInShadowAreNotCounted() {
        World world = world();
        Rule enforced = rule("R", Rule.Mode.ENFORCE, List.of(Stage.S5_PROCESSING), ALWAYS, IN_GERMANY);

        RuleBook enforce = world.book(List.of(enforced));
        RuleBook audit = world.book(List.of(enforced.withMode(Rule.Mode.AUDIT)));
        RuleBook shadow = world.book(List.of(enforced.withMode(Rule.Mode.SHADOW)));

        assertThat(enforce.feasibleSites(0, 0).stream()).containsExactly(0);
        assertThat(audit.feasibleSites(0, 0).size()).isEqualTo(2);
        assertThat(shadow.feasibleSites(0, 0).size()).isEqualTo(2);
        assertThat(List.of(enforce.brokenRules(0, 0, 1), audit.brokenRules(0, 0, 1), shadow.brokenRules(0, 0, 1)))
                .containsExactly(1, 1, 0);
    }

    @Test
    void applicationsThatTheLawCannotTellApartShareARow() {
        World world = world().app(DataClass.PER, "consumer").app(DataClass.SPC, "consumer");

        RuleBook book = world.rule(need(atLeast(DataClass.SPC), IN_GERMANY)).book();

        assertThat(book.rowOfRoute(1, 0)).isSameAs(book.rowOfRoute(0, 0));
        assertThat(book.feasibleSites(1, 0).size()).isEqualTo(2);
        assertThat(book.feasibleSites(2, 0).size()).isEqualTo(1);
    }

    @Test
    void populationsOfOneCountryWithTheSameWaysShareARoute() {
        RuleBook book = world().population("DE").population("FR").book();

        assertThat(List.of(book.route(0), book.route(1), book.route(2))).containsExactly(0, 0, 1);
    }

    @Test
    void twoRulesOfOneNameAreRefused() {
        World world = world().rule(need(IN_GERMANY)).rule(need(ALWAYS));

        assertThatIllegalArgumentException()
                .isThrownBy(world::book)
                .withMessage("Two rules are called R. Maybe two packs hold it.");
    }

    /** The site stands in Germany and uses services of an American and a French operator. */
    @ParameterizedTest
    @CsvSource({
        "S1_CAPTURE,         CH",
        "S2_RADIO,           CH",
        "S4_GATEWAY,         US",
        "S5_PROCESSING,      DE",
        "S6_TOOLS,           FR",
        "S7_CACHE,           DE FR",
        "S8_STATE,           DE",
        "S9_OBSERVABILITY,   US",
        "S10_COPIES,         FR",
        "S11_FAILOVER,       DE",
        "S12_RETENTION,      DE",
        "S13_SECONDARY_USE,  ''",
        "S14_ADMINISTRATION, DE",
        "S15_SUPPLY,         FR US",
    })
    void aServiceIsThePlaceOfItsStage(Stage stage, String countries) {
        RuleBook book = worldWithServices()
                .rule(at(stage, in(Fact.PLACE_COUNTRY, countries.split(" "))))
                .rule(rule("none", Rule.Mode.AUDIT, List.of(stage), ALWAYS, in(Fact.PLACE_COUNTRY, "XX")))
                .book();

        assertThat(book.happens(stage, 0)).isEqualTo(stage != Stage.S13_SECONDARY_USE);
        assertThat(List.of(book.verdict(0, 0, 0, 0), book.verdict(1, 0, 0, 0)))
                .containsExactly(book.happens(stage, 0) ? PERMIT : SILENT, book.happens(stage, 0) ? DENY : SILENT);
        if (stage.compareTo(Stage.S3_TRANSIT) > 0) {
            assertThat(String.join(" ", book.places(stage, 0).stream().sorted().toList()))
                    .isEqualTo(countries);
        } else {
            assertThat(book.places(stage, 0)).isEmpty();
        }
    }

    @Test
    void whoActsAtAServiceIsItsOperator() {
        RuleBook book = worldWithServices().regime("US", "US").book();

        assertThat(book.exposedTo("US", Stage.S5_PROCESSING, 0)).isEqualTo(Truth.NO);
        assertThat(book.exposedTo("US", Stage.S9_OBSERVABILITY, 0)).isEqualTo(Truth.YES);
        assertThat(book.exposedTo("CN", Stage.S9_OBSERVABILITY, 0)).isEqualTo(Truth.UNKNOWN); // nobody declared it
        assertThat(book.exposedTo("US", Stage.S13_SECONDARY_USE, 0)).isEqualTo(Truth.NO); // it does not happen
        assertThat(book.exposedTo("US", Stage.S1_CAPTURE, 0)).isEqualTo(Truth.UNKNOWN);
    }

    /** The cache spills from Germany (C5, HDS) to France (C5). */
    @Test
    void ofTwoPlacesOnlyWhatBothHaveCounts() {
        RuleBook book = worldWithServices()
                .rule(rule("A", Rule.Mode.AUDIT, List.of(Stage.S7_CACHE), ALWAYS, has(Fact.PLACE_CERTIFICATES, "C5")))
                .rule(rule("B", Rule.Mode.AUDIT, List.of(Stage.S7_CACHE), ALWAYS, has(Fact.PLACE_CERTIFICATES, "HDS")))
                .rule(rule("C", Rule.Mode.AUDIT, List.of(Stage.S7_CACHE), ALWAYS, in(Fact.ACTOR_SEAT, "DE")))
                .rule(rule("D", Rule.Mode.AUDIT, List.of(Stage.S7_CACHE), ALWAYS, in(Fact.ACTOR_SEAT, "DE", "FR")))
                .book();

        assertThat(book.brokenChecks(0, 0, 0))
                .extracting(check -> check.rule().id())
                .containsExactly("B", "C");
    }

    private static World worldWithServices() {
        List<String> german = List.of("DE");
        return new World()
                .operator("telco", "DE", "DE")
                .operator("american", "US", "US")
                .operator("french", "FR", "FR")
                .service("saas", "american", List.of("US"), List.of("SOC2"), List.of("US"))
                .service("store", "french", List.of("FR"), List.of("C5"), List.of("FR"))
                .site("DE", Tier.FAR_EDGE, "telco", new Site.Custody(List.of("C5", "HDS"), german, german, german))
                .uses(ServiceRole.IDENTITY, "saas")
                .uses(ServiceRole.TOOLS, "store")
                .uses(ServiceRole.SPILL, "store")
                .uses(ServiceRole.LOGS, "saas")
                .uses(ServiceRole.BACKUP, "store")
                .uses(ServiceRole.REGISTRY, "saas")
                .uses(ServiceRole.KEYS, "store")
                .population("CH")
                .app(DataClass.PER, "consumer");
    }

    private static World world() {
        return new World().site("DE").site("FR").population("DE").app(DataClass.PER, "consumer");
    }
}
