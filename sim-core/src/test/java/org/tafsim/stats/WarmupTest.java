package org.tafsim.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WarmupTest {

    @Test
    void requestsCountFromTheEndOfTheWarmupOn() {
        Warmup warmup = new Warmup(1_000);

        assertThat(warmup.counts(999)).isFalse();
        assertThat(warmup.counts(1_000)).isTrue();
        assertThat(new Warmup(0).counts(0)).isTrue();
    }

    @Test
    void aNegativeLengthIsRefused() {
        assertThatThrownBy(() -> new Warmup(-1)).hasMessageContaining("-1 ns");
    }
}
