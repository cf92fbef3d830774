package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tafsim.model.Condition;
import org.tafsim.model.Rule;
import org.tafsim.sovereignty.Verdict;

class ShippedPacksTest {

    private static final RulePacks PACKS = new RulePacks();

    static final List<String> NAMES = RulePacks.NAMES;

    static Stream<Arguments> vectors() {
        return NAMES.stream()
                .flatMap(name -> PACKS.read(name).rules().stream())
                .flatMap(rule -> rule.vectors().stream()
                        .map(vector -> Arguments.of(
                                rule.rule().id() + ":" + vector.at().line(), rule.rule(), vector)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void everyRuleSaysOfItsVectorsWhatWasWorkedByHand(String name, Rule rule, RuleVector vector) {
        assertThat(vector.verdict(rule, PACKS.regimes())).isEqualTo(vector.expect());
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyRuleHasVectorsOfEveryVerdictItCanGive(String name) {
        assertThat(PACKS.read(name).rules()).isNotEmpty().allSatisfy(rule -> {
            Set<Verdict> expected =
                    rule.vectors().stream().map(RuleVector::expect).collect(Collectors.toCollection(TreeSet::new));
            assertThat(expected).as(rule.rule().id()).contains(Verdict.PERMIT);
            if (!rule.rule().need().equals(new Condition.AllOf(List.of()))) { // a mere duty closes no place
                assertThat(expected).as(rule.rule().id()).contains(Verdict.DENY, Verdict.UNKNOWN);
            }
        });
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyRuleWasHeldAgainstItsSourceOrSaysThatItWasNot(String name) {
        RulePack pack = PACKS.read(name);

        assertThat(pack.id()).isEqualTo(name);
        assertThat(pack.reviewer()).isEqualTo("none");
        assertThat(pack.description()).isNotBlank();
        assertThat(pack.rules())
                .allSatisfy(rule -> assertThat(rule.verifiedOn().isPresent()
                                || rule.notice().orElse("").contains("from memory"))
                        .as(rule.rule().id())
                        .isTrue());
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyPackHoldsOnEveryDayWithoutContradiction(String name) {
        for (String day : List.of("2026-11-01", "2028-01-01", "2032-01-01")) {
            assertThat(rules("{packs: [%s], asOf: %s}".formatted(name, day))).isNotEmpty();
        }
    }

    @Test
    void packsComposeAndShareWhatTheyExtend() {
        assertThat(rules("{packs: [de, fr, no, public-tender, cada-proposal, ch, uk], asOf: 2028-01-01}"))
                .hasSize(18 + 4 + 3 + 3 + 3 + 10 + 4 + 4)
                .extracting(Rule::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void theUnionsPackHasItsEighteenRules() {
        List<String> ids = new ArrayList<>(PACKS.read("eu-2026").all().stream()
                .map(rule -> rule.rule().id())
                .toList());

        assertThat(ids.stream().map(id -> id.substring(0, 3)).sorted())
                .containsExactly(
                        "R01", "R02", "R03", "R04", "R05", "R06", "R07", "R08", "R09", "R10", "R11", "R12", "R13",
                        "R14", "R15", "R16", "R17", "R18");
    }

    @Test
    void proposalsStayInShadow() {
        for (String name : NAMES) {
            assertThat(rules("{packs: [%s], mode: enforce}".formatted(name)))
                    .filteredOn(rule -> rule.status() == Rule.Status.PROPOSAL)
                    .allSatisfy(rule -> assertThat(rule.mode()).isEqualTo(Rule.Mode.SHADOW));
        }
    }

    @Test
    void everyFileOfTheFolderIsOffered() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("catalog", "rules"))) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()).replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(NAMES);
        }
    }

    private static List<Rule> rules(String sovereignty) {
        return Readers.read(Readers.valid() + "sovereignty: " + sovereignty + "\n")
                .sovereignty()
                .rules();
    }
}
