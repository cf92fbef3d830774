package org.tafsim.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TimeWeightedTest {

    @Test
    void theMeanWeighsValuesByTheirTime() {
        TimeWeighted length = new TimeWeighted(100, 0);

        length.set(110, 4);
        length.add(140, -3);

        assertThat(length.value()).isEqualTo(1);
        assertThat(length.mean(200)).isEqualTo((10 * 0 + 30 * 4 + 60 * 1) / 100.0);
        assertThat(length.max()).isEqualTo(4);
    }

    @Test
    void askingChangesNothing() {
        TimeWeighted length = new TimeWeighted(0, 2);

        double first = length.mean(50);
        length.set(20, 8);

        assertThat(first).isEqualTo(2);
        assertThat(length.mean(40)).isEqualTo(5);
    }

    @Test
    void changesAtOneInstantReplaceEachOther() {
        TimeWeighted length = new TimeWeighted(0, 1);

        length.set(10, 100);
        length.set(10, 3);

        assertThat(length.mean(20)).isEqualTo(2);
    }

    @Test
    void aRestartForgetsTheWarmupAndKeepsTheValue() {
        TimeWeighted length = new TimeWeighted(0, 50);
        length.set(10, 6);

        length.restart(20);
        length.set(30, 2);

        assertThat(length.mean(40)).isEqualTo(4);
        assertThat(length.max()).isEqualTo(6);
    }

    @Test
    void theIntegralOfWattsIsJoules() {
        TimeWeighted watts = new TimeWeighted(0, 300);

        watts.set(2_000_000_000L, 700);

        assertThat(watts.integralSeconds(3_000_000_000L)).isEqualTo(1_300);
    }

    @Test
    void overNoTimeTheMeanIsTheValue() {
        assertThat(new TimeWeighted(7, 3).mean(7)).isEqualTo(3);
    }

    @Test
    void timeMustNotGoBackwards() {
        TimeWeighted length = new TimeWeighted(0, 1);
        length.set(10, 2);

        assertThatThrownBy(() -> length.set(9, 3)).hasMessageContainingAll("9 ns", "10 ns");
        assertThatThrownBy(() -> length.mean(9)).hasMessageContainingAll("9 ns", "10 ns");
        assertThatThrownBy(() -> length.set(11, Double.NaN)).hasMessageContaining("NaN");
    }
}
