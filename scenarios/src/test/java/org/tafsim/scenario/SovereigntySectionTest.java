package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tafsim.model.Condition;
import org.tafsim.model.DataClass;
import org.tafsim.model.Fact;
import org.tafsim.model.Measure;
import org.tafsim.model.Operator;
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
    void aCountryThatLeavesASetChangesTheRulesThatSpeakOfIt() {
        SovereigntySpec law =
                law("{packs: [eu-core], changes: [{at: 20 s, withdraw: {ADEQUATE: CH}}, {at: 30 s, expire: X}]}");

        assertThat(law.changes()).hasSize(2);
        assertThat(law.changes().get(0).rules())
                .hasValueSatisfying(rules -> assertThat(need(rules, "R01-gdpr-transfer"))
                        .contains("NO", "GB")
                        .doesNotContain("CH"));
        assertThat(need(law.rules(), "R01-gdpr-transfer")).contains("CH");
        assertThat(law.changes().get(1).rules()).isEmpty();
    }

    @Test
    void whoControlsSubsidiariesChangesWithTheirOwners() {
        String subsidiary = "operators:\n  - {id: telco-at, seat: AT, owners: [{of: telco, share: 1}]}";
        String sold = "{id: telco, seat: DE, owners: [{of: US, share: 51 %}]}";

        SovereigntySpec law = Readers.read(Readers.valid().replaceFirst("operators:", subsidiary)
                        + "\nsovereignty: {changes: [{at: 5 s, operators: [" + sold + "]}]}")
                .sovereignty();

        assertThat(law.changes().get(0).operators())
                .extracting(Operator::id, Operator::controlledFrom)
                .containsExactlyInAnyOrder(tuple("telco", List.of("US")), tuple("telco-at", List.of("US")));
    }

    @Test
    void theLawOfAnotherDayChangesWhatRunsOutByThen() {
        SovereigntySpec law = law("{packs: [eu-core], changes: [{at: 20 s, asOf: 2032-01-01}]}");

        assertThat(law.changes().get(0).rules())
                .hasValueSatisfying(rules -> assertThat(need(rules, "R01-gdpr-transfer"))
                        .contains("CH")
                        .doesNotContain("GB")); // its adequacy ends with 2031
    }

    @Test
    void changesAndCutOffsThatAreWrongAreTold() {
        assertThat(Readers.problems(Readers.valid()
                        + "\nsovereignty: {changes: [{at: 20 s, withdraw: {ADEQATE: CH}}, {at: 5 s, operators: [{id: nobody, seat: DE}]}],"
                        + " cutOffs: [{at: 5 s}, {at: 9 s, restore: 4 s, regime: US}]}\n"))
                .hasSize(5)
                .anyMatch(problem -> problem.contains("must come after"))
                .anyMatch(problem -> problem.contains("Maybe 'ADEQUATE'?"))
                .anyMatch(problem -> problem.contains("no operator 'nobody'"))
                .anyMatch(problem -> problem.contains("one of regime, operator and service"))
                .anyMatch(problem -> problem.contains("restored"));
    }

    private static List<String> need(List<Rule> rules, String id) {
        Rule rule =
                rules.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        return ((Condition.In) rule.need()).words();
    }

    private static SovereigntySpec law(String sovereignty) {
        return Readers.read(Readers.valid() + "\nsovereignty: " + sovereignty + "\n")
                .sovereignty();
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
        assertThat(rules("{packs: [own-pack.yaml]}")).containsOnlyKeys("base-1", "own-1");
        assertThat(get(rules("{packs: [own-pack.yaml]}"), "own-1").mode()).isEqualTo(Rule.Mode.ENFORCE);
    }

    @Test
    void aRuleHoldsFromItsFirstDayToItsLast() {
        String rule = "{id: r, anchor: a, status: derived, stages: [S5], from: 2027-12-02, until: 2030-01-01, "
                + "need: {place.country: NO}}";

        assertThat(rules("{rules: [" + rule + "], asOf: 2027-12-01}")).isEmpty();
        assertThat(rules("{rules: [" + rule + "], asOf: 2027-12-02, modes: {r: shadow}}"))
                .containsOnlyKeys("r");
        assertThat(rules("{rules: [" + rule + "], asOf: 2030-01-01}")).hasSize(1);
        assertThat(rules("{rules: [" + rule + "], asOf: 2030-01-02, modes: {r: shadow}}"))
                .isEmpty();
    }

    /** YAML 1.1 reads a bare NO as false; here it is the country. */
    @Test
    void norwayNeedsNoQuotes() {
        Rule rule = get(
                rules("{rules: [{id: r, anchor: a, status: derived, stages: [S5], need: {place.country: NO}}]}"), "r");

        assertThat(rule.need()).isEqualTo(new Condition.In(Fact.PLACE_COUNTRY, List.of("NO")));
    }

    @Test
    void aBareWordOfWhatThereMayBeSeveralOfIsOneAmongThem() {
        Rule rule = get(
                rules("{rules: [{id: r, anchor: a, status: derived, stages: [S5], if: {asset.flags: secrecy},"
                        + " need: {actor.establishments: {hasAny: [DE, NO]}}}]}"),
                "r");

        assertThat(rule.when()).isEqualTo(new Condition.Has(Fact.ASSET_FLAGS, List.of("secrecy")));
        assertThat(rule.need())
                .isEqualTo(new Condition.AnyOf(List.of(
                        new Condition.Has(Fact.ACTOR_ESTABLISHMENTS, List.of("DE")),
                        new Condition.Has(Fact.ACTOR_ESTABLISHMENTS, List.of("NO")))));
    }

    @Test
    void numbersAreComparedWithNumbersAndWithEachOther() {
        Rule rule = get(
                rules(
                        "{rules: [{id: r, anchor: a, status: derived, stages: [S5], if: {place.seal: {each: '>=2'}},"
                                + " need: {place.ual: '>=tenant.minUal', actor.nonEu.totalShare: '<=39 %', cache.ttl: {max: 1 h}}}]}"),
                "r");

        assertThat(rule.when())
                .isInstanceOfSatisfying(
                        Condition.AllOf.class, all -> assertThat(all.parts()).hasSize(8));
        assertThat(rule.need())
                .isEqualTo(new Condition.AllOf(List.of(
                        new Condition.AtLeastOther(Measure.PLACE_UAL, Measure.TENANT_MIN_UAL),
                        new Condition.AtMost(Measure.ACTOR_TOTAL_NON_EU_SHARE, 0.39),
                        new Condition.AtMost(Measure.CACHE_TTL_SECONDS, 3600))));
    }

    @Test
    void rulesThatCannotMeetDoNotContradict() {
        String erase =
                "{id: e, anchor: a, status: derived, stages: [S12], if: {class: PER}, duty: {deleteWithin: {log: 1 d}}}";
        String keep = "{id: k, anchor: a, status: derived, stages: [S12], if: {class: '>=SPC', tenant.sector: bank},"
                + " duty: {retainAtLeast: {log: 2 d}}}";

        assertThat(rules("{rules: [" + erase + ", " + keep + "]}")).hasSize(2);
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
