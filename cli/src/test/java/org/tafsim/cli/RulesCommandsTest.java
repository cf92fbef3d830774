package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.TextTable;
import org.tafsim.scenario.PackedRule;
import org.tafsim.scenario.RulePacks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RulesCommandsTest {

    static final List<String> PACKS = RulePacks.NAMES;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyPackIsListed() {
        Said said = Said.by("rules", "list");

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains(PACKS).contains("Modelled, not legal advice.");
        assertThat(said.outLines()).allSatisfy(RulesCommandsTest::fits);
    }

    @ParameterizedTest
    @FieldSource("PACKS")
    void everyRuleOfAPackIsListedAndExplainedWithin100Columns(String pack) {
        Said said = Said.by("rules", "list", pack);

        assertThat(said.code()).isZero();
        assertThat(said.outLines()).allSatisfy(RulesCommandsTest::fits);
        for (PackedRule rule : new RulePacks().read(pack).rules()) {
            String id = rule.rule().id();
            assertThat(said.out()).contains(id);
            Said explained = Said.by("rules", "explain", id, "--pack", pack);
            assertThat(explained.code()).isZero();
            assertThat(explained.out()).contains(id, "stands on", "verified on", "Modelled, not legal advice.");
            assertThat(explained.outLines()).allSatisfy(RulesCommandsTest::fits);
        }
    }

    @Test
    void aRuleIsExplainedInPlainWords() {
        String said = Said.by("rules", "explain", "R12-ownership", "--pack", "eu-2026")
                .out();

        assertThat(said)
                .contains("SecNumCloud 3.2, section 19.6")
                .contains("certification, mode audit")
                .contains("S5 processing, S7 cache, S10 copies")
                .contains("- the data class is CRI or higher")
                .contains("- the seat of the operator is among EU27")
                .contains("- the largest share in the operator held from outside the EU is at most 24 %")
                .contains("votes are taken to follow capital");
    }

    @Test
    void dutiesAndDatesAreTold() {
        String said = Said.by("rules", "explain", "R16-keep-logs").out();

        assertThat(said).contains("from 2027-12-02", "- keep log for at least 180 d");
    }

    @Test
    void aRuleThatPacksWordDifferentlyIsExplainedForEach() {
        assertThat(Said.by("rules", "explain", "R01-gdpr-transfer").out()).contains("in eu-core", "in gdpr-only");
    }

    @Test
    void anUnknownRuleIsInvalidInputWithASuggestion() {
        Said said = Said.by("rules", "explain", "R01-gdpr-transfr");

        assertThat(said.code()).isEqualTo(ExitCodes.INVALID_INPUT);
        assertThat(said.err()).contains("Maybe 'R01-gdpr-transfer'?");
    }

    @Test
    void anUnknownPackIsInvalidInputWithASuggestion() {
        Said said = Said.by("rules", "list", "eu-2025");

        assertThat(said.code()).isEqualTo(ExitCodes.INVALID_INPUT);
        assertThat(said.err()).contains("Maybe 'eu-2026'?");
    }

    @Test
    void theShippedPacksPassTheirVectors() {
        Said said = Said.by("rules", "test");

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains(PACKS);
    }

    @Test
    void aVectorThatFailsIsToldWithItsPlace() throws IOException {
        Path pack = write("expect: permit");

        Said said = Said.by("rules", "test", pack.toString());

        assertThat(said.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(said.out()).contains(pack + ":11:9: mine expected permit, says deny");
        assertThat(JsonMapper.shared()
                        .readTree(Said.by("rules", "test", pack.toString(), "--json")
                                .out())
                        .get(0)
                        .get("failures"))
                .hasSize(1);
    }

    @Test
    void aPackThatCannotBeReadIsInvalidInput() throws IOException {
        Said said = Said.by("rules", "test", write("expect: forbid").toString());

        assertThat(said.code()).isEqualTo(ExitCodes.INVALID_INPUT);
        assertThat(said.err()).contains(":11:", "\"forbid\" is not a verdict");
    }

    @Test
    void theDocumentedPackPassesItsVectorsAndEveryPackIsDocumented() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "rule-packs.md"));
        int start = page.indexOf("```yaml\n") + "```yaml\n".length();
        Path pack = Files.writeString(folder.resolve("clinic.yaml"), page.substring(start, page.indexOf("```", start)));

        assertThat(Said.by("rules", "test", pack.toString()).code()).isZero();
        assertThat(PACKS).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    @Test
    void programsGetTheSameRules() {
        JsonNode rules = JsonMapper.shared()
                .readTree(Said.by("rules", "list", "eu-2026", "--json").out());

        assertThat(rules.valueStream().toList()).hasSize(18).allSatisfy(rule -> {
            assertThat(rule.get("anchor").asString()).isNotBlank();
            assertThat(rule.get("vectors").asInt()).isPositive();
        });
        assertThat(JsonMapper.shared()
                        .readTree(Said.by("rules", "list", "--json").out()))
                .hasSize(PACKS.size());
    }

    private static void fits(String line) {
        assertThat(line).hasSizeLessThanOrEqualTo(TextTable.WIDTH);
    }

    private Path write(String expectation) throws IOException {
        Path file = folder.resolve("pack.yaml");
        return Files.writeString(file, """
                kind: RulePack
                id: mine
                extends: gdpr-only
                rules:
                  - id: mine
                    anchor: a clause
                    status: contract
                    stages: [S5]
                    need: {place.country: NO}
                    vectors:
                      - {given: {place.country: SE}, %s}
                """.formatted(expectation));
    }
}
