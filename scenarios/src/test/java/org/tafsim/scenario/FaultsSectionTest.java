package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.model.DurationSpec;
import org.tafsim.model.FaultKind;
import org.tafsim.model.FaultScope;
import org.tafsim.model.FaultSpec;
import org.tafsim.model.FaultsSpec;
import org.tafsim.model.Maintenance;
import org.tafsim.model.RetrySpec;
import org.tafsim.model.Scenario;

class FaultsSectionTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR = 3600 * SECOND;

    @Test
    void aFaultIsCalledByItsKindAndHappensEverywhereWhereNothingElseIsSaid() {
        FaultsSpec faults = with("faults: {random: [{kind: node, between: {weibull: 0.7, mean: 24 h}, repair: 1 h}]}");

        assertThat(faults)
                .isEqualTo(new FaultsSpec(
                        FaultsSpec.USUAL_ACCELERATORS_PER_NODE,
                        List.of(new FaultSpec(
                                "node",
                                FaultKind.NODE,
                                FaultScope.ALL,
                                new DurationSpec.Weibull(0.7, 24 * HOUR),
                                new DurationSpec.Constant(HOUR),
                                OptionalDouble.empty(),
                                0)),
                        List.of(),
                        List.of()));
    }

    @Test
    void sitesAreMaintainedOneByOneWithoutGraceWhereNothingElseIsSaid() {
        assertThat(with("faults: {maintenance: [{at: 1 h, takes: 10 s}]}").maintenance())
                .containsExactly(new Maintenance(
                        "maintenance-site",
                        FaultKind.SITE,
                        FaultScope.ALL,
                        HOUR,
                        OptionalLong.empty(),
                        1,
                        0,
                        10 * SECOND));
    }

    @Test
    void retriesThatAreStatedHaveABudget() {
        Scenario scenario = Readers.read(Readers.valid().replace("prompt: 512", "prompt: 512\n    retries: {}"));

        assertThat(scenario.apps().get(0).requestTerms().retries())
                .contains(new RetrySpec(
                        RetrySpec.USUAL_BUDGET,
                        RetrySpec.USUAL_MOST,
                        0,
                        RetrySpec.USUAL_WINDOW_NANOS,
                        RetrySpec.USUAL_AT_LEAST));
    }

    @Test
    void aScenarioInWhichNothingFailsSaysNothingOfIt() {
        assertThat(Readers.read(Readers.valid()).faults()).isEqualTo(FaultsSpec.NONE);
        assertThat(ResolvedScenarioWriter.yaml(Readers.read(Readers.valid()))).doesNotContain("faults:", "retries");
    }

    @ParameterizedTest
    @ValueSource(strings = {"site-loss.yaml", "rolling-upgrade.yaml"})
    void theShippedExamplesReadBackTheSame(String file) {
        Scenario scenario = Readers.reader().read(Readers.shipped(file), List.of());

        assertThat(Readers.read(ResolvedScenarioWriter.yaml(scenario))).isEqualTo(scenario);
    }

    private static FaultsSpec with(String faults) {
        return Readers.read(Readers.valid().replace("populations:\n", faults + "\npopulations:\n"))
                .faults();
    }
}
