package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tafsim.model.Condition;
import org.tafsim.model.DataClass;
import org.tafsim.model.Fact;
import org.tafsim.model.Regime;
import org.tafsim.model.Rule;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.model.Stage;

class SovereigntySectionTest {

    @Test
    void theShippedPackHasTenRulesWithTheirAnchors() {
        Map<String, Rule> rules = rules("{packs: [eu-core]}");

        assertThat(rules).hasSize(10);
        assertThat(rules.values()).allSatisfy(rule -> assertThat(rule.anchor()).isNotBlank());
        Rule transfer = get(rules, "R01-gdpr-transfer");
        assertThat(transfer.when()).isEqualTo(new Condition.ClassAtLeast(DataClass.PER));
        assertThat(transfer.stages())
                .containsExactly(Stage.S5_PROCESSING, Stage.S7_CACHE, Stage.S9_OBSERVABILITY, Stage.S14_ADMINISTRATION);
        assertThat(transfer.need())
                .isInstanceOfSatisfying(
                        Condition.In.class,
                        in -> assertThat(in.words()).contains("NO", "GB", "CH").doesNotContain("US", "EEA"));
    }

    @Test
    void severalKeysOfAConditionMustAllHold() {
        Rule health = get(rules("{packs: [eu-core]}"), "R04-health-fr");

        assertThat(health.when())
                .isEqualTo(new Condition.AllOf(List.of(
                        new Condition.ClassIs(DataClass.SPC),
                        new Condition.In(Fact.SUBJECT_COUNTRY, List.of("FR")),
                        new Condition.In(Fact.TENANT_SECTOR, List.of("health")))));
    }

    @Test
    void factsAreComparedWithWordsAndWithEachOther() {
        Map<String, Rule> rules = rules("{packs: [eu-core]}");

        assertThat(get(rules, "R18-classified").need())
                .isEqualTo(new Condition.AllOf(List.of(
                        new Condition.Within(Fact.PLACE_COUNTRY, Fact.SUBJECT_COUNTRY),
                        new Condition.Within(Fact.PATH_COUNTRIES, Fact.SUBJECT_COUNTRY))));
        assertThat(get(rules, "R02-no-plaintext-under-compulsion").need())
                .isInstanceOfSatisfying(
                        Condition.AnyOf.class,
                        any -> assertThat(any.parts())
                                .contains(new Condition.Excludes(Fact.ACTOR_EXPOSURE, List.of("US", "CN", "RU"))));
    }

    @Test
    void aScenariosModeIsForRulesThatStateNone() {
        Map<String, Rule> rules =
                rules("{packs: [eu-core], mode: enforce, modes: {R13-support: audit, R03-transit: shadow}}");

        assertThat(get(rules, "R01-gdpr-transfer").mode()).isEqualTo(Rule.Mode.ENFORCE);
        assertThat(get(rules, "R09-telemetry-follows-content").mode()).isEqualTo(Rule.Mode.SHADOW);
        assertThat(get(rules, "R17-foreign-government-access").mode()).isEqualTo(Rule.Mode.AUDIT);
        assertThat(get(rules, "R13-support").mode()).isEqualTo(Rule.Mode.AUDIT);
        assertThat(get(rules, "R03-transit").mode()).isEqualTo(Rule.Mode.SHADOW);
    }

    @Test
    void adequacyEndsWithItsDate() {
        Rule transfer = get(rules("{packs: [eu-core], asOf: 2032-01-01}"), "R01-gdpr-transfer");

        assertThat(transfer.need())
                .isInstanceOfSatisfying(
                        Condition.In.class, in -> assertThat(in.words()).doesNotContain("GB"));
    }

    @Test
    void packsMayBeFilesBesideTheScenario() {
        assertThat(rules("{packs: [own-pack.yaml]}")).containsOnlyKeys("own-1");
        assertThat(get(rules("{packs: [own-pack.yaml]}"), "own-1").mode()).isEqualTo(Rule.Mode.ENFORCE);
    }

    @Test
    void regimesAreThoseOfTheCatalogUnlessChosen() {
        assertThat(spec("{packs: [eu-core]}").regimes()).extracting(Regime::id).containsExactly("US", "CN", "UK", "RU");
        assertThat(spec("{regimes: [US, {id: X, countries: [EU27]}]}").regimes())
                .extracting(regime -> regime.countries().size())
                .containsExactly(1, 27);
    }

    @Test
    void withoutASectionThereIsNoLaw() {
        assertThat(Readers.read(Readers.valid()).sovereignty()).isEqualTo(SovereigntySpec.NONE);
    }

    private static Rule get(Map<String, Rule> rules, String id) {
        return Optional.ofNullable(rules.get(id)).orElseThrow(() -> new AssertionError("no rule " + id));
    }

    private static Map<String, Rule> rules(String sovereignty) {
        return spec(sovereignty).rules().stream().collect(Collectors.toMap(Rule::id, Function.identity()));
    }

    private static SovereigntySpec spec(String sovereignty) {
        return Readers.read(Readers.valid() + "sovereignty: " + sovereignty + "\n")
                .sovereignty();
    }
}
