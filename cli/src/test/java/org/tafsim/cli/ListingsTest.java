package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.policies.PolicySet;
import org.tafsim.policies.harvest.ShippedHarvestPolicies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ListingsTest {

    @Test
    void everyPolicyIsListedWithItsSource() {
        Said said = Said.by("policies");

        assertThat(said.code()).isZero();
        assertThat(PolicySet.shipped().routing()).allSatisfy(type -> {
            assertThat(said.out()).contains(type.id());
            assertThat(type.source()).isNotBlank();
        });
    }

    @Test
    void policiesForProgramsHaveTheSameIds() {
        JsonNode policies =
                JsonMapper.shared().readTree(Said.by("policies", "--json").out());

        assertThat(policies.valueStream().map(policy -> policy.get("id").asString()))
                .containsExactlyElementsOf(PolicySet.shipped().routing().stream()
                        .map(type -> type.id())
                        .toList());
    }

    @Test
    void harvestPoliciesAreListedApart() {
        Said said = Said.by("policies", "--kind", "harvest");

        assertThat(said.code()).isZero();
        assertThat(said.out()).doesNotContain("round-robin");
        assertThat(ShippedHarvestPolicies.all())
                .allSatisfy(type -> assertThat(said.out()).contains(type.id()));
    }

    @Test
    void theCatalogListsItsKinds() {
        Said said = Said.by("catalog");

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("accelerators", "models", "countries", "cities", "accesses", "rules");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accelerators",
                "mig",
                "layer1",
                "models",
                "batch-models",
                "engines",
                "countries",
                "cities",
                "accesses",
                "lengths",
                "profiles",
                "tiers",
                "hours",
                "assumptions",
                "sets",
                "regimes",
                "rules"
            })
    void everyEntryOfTheCatalogHasValuesAndASource(String kind) {
        JsonNode entries =
                JsonMapper.shared().readTree(Said.by("catalog", kind, "--json").out());

        assertThat(entries.valueStream().toList()).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.get("id").asString()).isNotBlank();
            assertThat(entry.get("source").asString()).isNotBlank();
            assertThat(entry.size()).isGreaterThan(2);
        });
    }

    @Test
    void oneEntryIsShownWithItsUnitsAndTheLegendOfItsSource() {
        Said said = Said.by("catalog", "accelerators", "L4");

        assertThat(said.code()).isZero();
        assertThat(said.out()).containsPattern("bandwidth\\s+300 GB/s").contains("source", "Sources:");
    }

    @Test
    void theWaysToCutACardFitAHundredColumns() {
        Said said = Said.by("catalog", "mig", "A100-80-PCIe");

        assertThat(said.code()).isZero();
        assertThat(said.outLines()).allMatch(line -> line.length() <= 100);
        assertThat(said.out())
                .containsPattern("1g\\.20gb\\s+1\\s+2\\s+\\[0, 2, 4, 6]\\s+4\\s+13\\.0 %\\s+25\\.0 %")
                .containsPattern("3g\\.40gb, 3g\\.40gb\\s+1\\s+0");
    }

    @Test
    void theWaysToCutACardAreThereForPrograms() {
        JsonNode card = JsonMapper.shared()
                .readTree(Said.by("catalog", "mig", "A30", "--json").out());

        assertThat(card.at("/profiles/0/id").asString()).isEqualTo("1g.6gb");
        assertThat(card.at("/layouts").size()).isEqualTo(4);
    }

    @Test
    void aCardThatCannotBeCutIsInvalidInputWithASuggestion() {
        Said said = Said.by("catalog", "mig", "A100");

        assertThat(said.code()).isEqualTo(ExitCodes.INVALID_INPUT);
        assertThat(said.err()).contains("knows no way to cut 'A100'", "Maybe 'A100-40'?");
    }

    @Test
    void anUnknownEntryIsInvalidInputWithASuggestion() {
        Said said = Said.by("catalog", "models", "llama-3.1-9b");

        assertThat(said.code()).isEqualTo(ExitCodes.INVALID_INPUT);
        assertThat(said.err()).contains("Maybe 'llama-3.1-8b'?");
    }

    @Test
    void anUnknownKindIsAUsageErrorWithASuggestion() {
        Said said = Said.by("catalog", "modls");

        assertThat(said.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(said.err()).contains("Maybe 'models'?");
    }
}
