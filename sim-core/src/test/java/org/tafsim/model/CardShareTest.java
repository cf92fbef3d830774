package org.tafsim.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardShareTest {

    private static final AcceleratorProfile A30 =
            new AcceleratorProfile("A30", "US", 165e12, 165e12, 24_000_000_000L, 933e9, 32e9, 165, "sheet");
    private static final AcceleratorProfile H100 =
            new AcceleratorProfile("H100", "US", 989e12, 1978e12, 80_000_000_000L, 3.35e12, 450e9, 700, "sheet");

    @Test
    void anInstanceIsAnAcceleratorOfItsOwn() {
        MigProfile quarter = new MigProfile("1g.6gb", 1, 1, List.of(0, 1, 2, 3), 4, 14.0 / 56, 5.81 / 24);
        MigGeometry geometry = new MigGeometry("A30", 4, 4, List.of(quarter), "test");

        AcceleratorProfile slice = CardShare.of(geometry, quarter).of(A30);

        assertThat(slice)
                .isEqualTo(new AcceleratorProfile(
                        "A30/1g.6gb",
                        "US",
                        165e12 / 4,
                        165e12 / 4,
                        5_810_000_000L,
                        933e9 / 4,
                        CardShare.NO_LINK,
                        165 / 4.0,
                        "sheet; MIG instance 1g.6gb"));
    }

    @Test
    void replicasThatShareACardLoseToEachOther() {
        CardSharing sharing = new CardSharing(CardSharing.Mode.TIME_SLICING, 4, 0.125);

        AcceleratorProfile part = CardShare.of(sharing).of(H100);

        assertThat(part.id()).isEqualTo("H100/time-slicing-4-12.5%");
        assertThat(part.bf16FlopsPerSecond()).isEqualTo(0.875 * 989e12 / 4);
        assertThat(part.memoryBytesPerSecond()).isEqualTo(0.875 * 3.35e12 / 4);
        assertThat(part.memoryBytes()).isEqualTo(20_000_000_000L);
        assertThat(part.boardWatts()).isEqualTo(175);
    }

    /** At half its power: ((0.5 − 0.15) / 0.85)^(1/3) of the clock, so prompts take 1.34 times as long. */
    @Test
    void aCapSlowsTheProcessorsAndNotTheMemory() {
        AcceleratorProfile capped = CardShare.ofCapped(H100, 350).of(H100);

        assertThat(capped.id()).isEqualTo("H100@350W");
        assertThat(H100.bf16FlopsPerSecond() / capped.bf16FlopsPerSecond()).isCloseTo(1.344, within(0.001));
        assertThat(capped.memoryBytesPerSecond()).isEqualTo(H100.memoryBytesPerSecond());
        assertThat(PowerCap.speed(H100, 700)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 279, 701, Double.NaN, Double.POSITIVE_INFINITY})
    void aCapThatMemoryWouldFeelOrNobodyIsRefused(double watts) {
        assertThatThrownBy(() -> CardShare.ofCapped(H100, watts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("between 280 W")
                .hasMessageContaining("700 W");
    }

    @ParameterizedTest
    @CsvSource({"1, 0.1", "0, 0.1", "2, 1", "2, -0.1", "2, NaN"})
    void sharingThatIsNoneIsRefused(int ways, double interference) {
        assertThatThrownBy(() -> new CardSharing(CardSharing.Mode.MPS, ways, interference))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A shared card");
    }
}
