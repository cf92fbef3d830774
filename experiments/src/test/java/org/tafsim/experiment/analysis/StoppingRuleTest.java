package org.tafsim.experiment.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.experiment.analysis.StoppingRule.Decision;
import org.tafsim.experiment.analysis.StoppingRule.State;

class StoppingRuleTest {

    /** As in {@link ReplicationDeletionTest}. */
    private static final double[] BANK_DELAYS = {1.53, 1.66, 1.24, 2.34, 2.00, 1.69, 2.69, 2.86, 1.70, 2.60};

    /**
     * Law, <i>Simulation Modeling and Analysis</i>, §9.4: a relative error of 10 % at 90 % takes about 27 replications.
     */
    @Test
    void forecastsLawsExample() {
        StoppingRule rule = new StoppingRule(10, 100, 0.1, 0.9);

        Decision decision = rule.decide(BANK_DELAYS);

        assertThat(decision).isEqualTo(new Decision(State.MORE, 10, 27));
        assertThat(decision.more()).isEqualTo(17);
    }

    @Test
    void stopsWhereItIsPreciseEnough() {
        assertThat(new StoppingRule(10, 100, 0.2, 0.9).decide(BANK_DELAYS))
                .isEqualTo(new Decision(State.PRECISE, 10, 10));
    }

    /** 0.32 / 2.03 = 0.158 is below γ = 0.16, yet above γ / (1 + γ) = 0.138. */
    @Test
    void allowsForTheMeanBeingAnEstimate() {
        assertThat(new StoppingRule(10, 100, 0.16, 0.9).decide(BANK_DELAYS).state())
                .isEqualTo(State.MORE);
    }

    @Test
    void decidesNothingBeforeTheFirstReplications() {
        StoppingRule rule = new StoppingRule(12, 100, 0.2, 0.9);

        assertThat(rule.decide(new double[0])).isEqualTo(new Decision(State.MORE, 0, 12));
        assertThat(rule.decide(BANK_DELAYS)).isEqualTo(new Decision(State.MORE, 10, 12));
    }

    @Test
    void neverAsksForMoreThanAllowed() {
        assertThat(new StoppingRule(10, 20, 0.1, 0.9).decide(BANK_DELAYS)).isEqualTo(new Decision(State.MORE, 10, 20));
        assertThat(new StoppingRule(10, 10, 0.1, 0.9).decide(BANK_DELAYS))
                .isEqualTo(new Decision(State.EXHAUSTED, 10, 10));
    }

    @Test
    void aCountThatIsAlwaysZeroIsPrecise() {
        assertThat(new StoppingRule(5, 50, 0.05, 0.95).decide(new double[5]).state())
                .isEqualTo(State.PRECISE);
    }

    @Test
    void aMeanOfZeroIsNeverPreciseRelatively() {
        assertThat(new StoppingRule(2, 50, 0.05, 0.95).decide(new double[] {-1, 1}))
                .isEqualTo(new Decision(State.MORE, 2, 50));
    }

    @Test
    void severalQuantitiesGoOnUntilTheLastIsPrecise() {
        StoppingRule rule = new StoppingRule(10, 100, 0.1, 0.9);
        double[] precise = new double[10];
        double[] nearly = Arrays.stream(BANK_DELAYS).map(delay -> delay + 1).toArray();

        assertThat(rule.decideAll(List.of(precise, nearly, BANK_DELAYS))).isEqualTo(rule.decide(BANK_DELAYS));
        assertThat(rule.decideAll(List.of(BANK_DELAYS, nearly))).isEqualTo(rule.decide(BANK_DELAYS));
        assertThat(rule.decideAll(List.of(precise, precise)).state()).isEqualTo(State.PRECISE);
        assertThat(new StoppingRule(10, 10, 0.1, 0.9)
                        .decideAll(List.of(precise, BANK_DELAYS))
                        .state())
                .isEqualTo(State.EXHAUSTED);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> new StoppingRule(1, 9, 0.1, 0.9)).hasMessageContaining("(1) must be at least 2");
        assertThatThrownBy(() -> new StoppingRule(5, 4, 0.1, 0.9)).hasMessageContaining("(4) must be at least 5");
        assertThatThrownBy(() -> new StoppingRule(5, 9, 10, 0.9)).hasMessageContaining("relative half-width (10.0)");
        assertThatThrownBy(() -> new StoppingRule(5, 9, 0.1, 95)).hasMessageContaining("Maybe it was given in percent");
    }
}
