package org.tafsim.kernel.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinearQuantilesTest {

    @Test
    void valuesLieOnLinesBetweenThePoints() {
        InverseCdf quantiles = Samplers.quantiles(List.of(0.0, 0.5, 0.75, 1.0), List.of(2.0, 4.0, 4.0, 12.0));

        assertThat(quantiles.at(0.25)).isEqualTo(3);
        assertThat(quantiles.at(0.5)).isEqualTo(4);
        assertThat(quantiles.at(0.6)).isEqualTo(4);
        assertThat(quantiles.at(0.875)).isEqualTo(8);
        assertThat(quantiles.at(0x1p-53)).isBetween(2.0, 2.0 + 1e-15);
        assertThat(quantiles.at(1 - 0x1p-53)).isBetween(12 - 1e-13, 12.0);
    }

    @Test
    void tablesThatDoNotSpanOrFallAreRefused() {
        assertThatThrownBy(() -> Samplers.quantiles(List.of(0.0, 0.9), List.of(1.0, 2.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the last for 1");
        assertThatThrownBy(() -> Samplers.quantiles(List.of(0.0, 1.0), List.of(1.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("as many values (1) as probabilities (2)");
        assertThatThrownBy(() -> Samplers.quantiles(List.of(0.0, 0.5, 1.0), List.of(1.0, 0.5, 2.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The quantile 0.5 at probability 0.5");
    }
}
