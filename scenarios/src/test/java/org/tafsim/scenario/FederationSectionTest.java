package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.tafsim.model.Contract;
import org.tafsim.model.ContractCapacity;
import org.tafsim.model.ContractPrice;
import org.tafsim.model.DataClass;
import org.tafsim.model.FaultScope;
import org.tafsim.model.FederationSpec;
import org.tafsim.model.Scenario;

class FederationSectionTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void aContractThatSaysNothingIsWithEverybodyAboutEverythingForNothing() {
        assertThat(with("federation: {contracts: [{id: all, partner: telco}]}"))
                .isEqualTo(new FederationSpec(
                        Map.of(),
                        List.of(new Contract(
                                "all",
                                List.of(),
                                "telco",
                                FaultScope.ALL,
                                List.of(),
                                List.of(),
                                List.of(),
                                ContractCapacity.UNBOUND,
                                ContractPrice.FREE,
                                0,
                                OptionalLong.empty()))));
    }

    @Test
    void capacityPriceAndTimeAreAsStated() {
        Contract contract = with("federation: {contracts: [{id: all, partner: telco, classes: PER, concurrent: 3,"
                        + " rate: 30 /min, window: 4 s, price: {per1kRequests: 2, perMillionTokens: 0.5}, from: 5 s, until: 9 s}]}")
                .contracts()
                .get(0);

        assertThat(contract.capacity())
                .isEqualTo(new ContractCapacity(OptionalInt.of(3), OptionalDouble.of(0.5), 4 * SECOND));
        assertThat(contract.capacity().perWindow()).isEqualTo(2);
        assertThat(contract.price()).isEqualTo(new ContractPrice(2, 0.5));
        assertThat(contract.classes()).containsExactly(DataClass.PER);
        assertThat(List.of(contract.isInForce(5 * SECOND - 1), contract.isInForce(5 * SECOND)))
                .containsExactly(false, true);
        assertThat(List.of(contract.isInForce(9 * SECOND - 1), contract.isInForce(9 * SECOND)))
                .containsExactly(true, false);
    }

    /** Nobody serves another's requests then, which is not the same as no federation. */
    @Test
    void aFederationWithoutContractsIsOne() {
        Scenario scenario = Readers.read(Readers.valid().replace("populations:\n", "federation: {}\npopulations:\n"));

        assertThat(scenario.federation()).contains(new FederationSpec(Map.of(), List.of()));
        assertThat(Readers.read(ResolvedScenarioWriter.yaml(scenario))).isEqualTo(scenario);
        assertThat(ResolvedScenarioWriter.yaml(Readers.read(Readers.valid()))).doesNotContain("federation");
    }

    @Test
    void theShippedExampleReadsBackTheSame() {
        Scenario scenario = Readers.reader().read(Readers.shipped("federation.yaml"), List.of());

        assertThat(Readers.read(ResolvedScenarioWriter.yaml(scenario))).isEqualTo(scenario);
    }

    private static FederationSpec with(String federation) {
        return Readers.read(Readers.valid().replace("populations:\n", federation + "\npopulations:\n"))
                .federation()
                .orElseThrow();
    }
}
