package org.tafsim.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.testing.SeedSource;

class TallyTest {

    @Test
    void momentsAreTheClosedForms() {
        Tally tally = new Tally();
        for (int i = 1; i <= 1_000; i++) {
            tally.record(i);
        }

        assertThat(tally.count()).isEqualTo(1_000);
        assertThat(tally.mean()).isCloseTo(500.5, within(1e-10));
        assertThat(tally.variance()).isCloseTo(1_000 * 1_001 / 12.0, within(1e-7)); // n (n + 1) / 12
        assertThat(tally.min()).isEqualTo(1);
        assertThat(tally.max()).isEqualTo(1_000);
    }

    @Test
    void aLargeOffsetCostsNoDigits() {
        // NIST StRD, NumAcc4: mean 10000000.2, standard deviation 0.1 exactly.
        Tally tally = new Tally();
        tally.record(10_000_000.2);
        for (int i = 0; i < 500; i++) {
            tally.record(10_000_000.1);
            tally.record(10_000_000.3);
        }

        assertThat(tally.mean()).isCloseTo(10_000_000.2, within(1e-7));
        assertThat(tally.standardDeviation()).isCloseTo(0.1, within(1e-8));
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 20)
    void mergedPartsEqualTheWhole(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Tally whole = new Tally();
        Tally merged = new Tally();
        for (int part = 0; part < 5; part++) {
            Tally tally = new Tally();
            for (int i = random.nextInt(50); i > 0; i--) {
                double value = random.nextDouble(-5, 100);
                tally.record(value);
                whole.record(value);
            }
            merged.merge(tally);
        }

        assertThat(merged.count()).isEqualTo(whole.count());
        assertThat(merged.mean()).isCloseTo(whole.mean(), within(1e-12));
        assertThat(merged.variance()).isCloseTo(whole.variance(), within(1e-9));
        assertThat(merged.min()).isEqualTo(whole.min());
        assertThat(merged.max()).isEqualTo(whole.max());
    }

    @Test
    void whatIsNotThereCannotBeAsked() {
        Tally tally = new Tally();
        assertThatThrownBy(tally::mean).isInstanceOf(IllegalStateException.class);

        tally.record(1);

        assertThatThrownBy(tally::variance).hasMessageContainingAll("1 observations", "2 are needed");
        assertThatThrownBy(() -> tally.record(Double.NaN)).hasMessageContaining("NaN");
    }
}
