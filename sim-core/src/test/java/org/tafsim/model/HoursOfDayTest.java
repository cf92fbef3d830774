package org.tafsim.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursOfDayTest {

    private static final long HOUR = 3_600_000_000_000L;

    /** The run starts at six. */
    @Test
    void theMorningComesOnceADayAndItsEndIsOver() {
        HoursOfDay morning = new HoursOfDay(7, 9, 6);

        assertThat(morning.contains(HOUR - 1_000_000)).isFalse();
        assertThat(morning.contains(HOUR)).isTrue();
        assertThat(morning.contains(3 * HOUR - 1_000_000)).isTrue();
        assertThat(morning.contains(3 * HOUR)).isFalse();
        assertThat(morning.contains(25 * HOUR)).isTrue();
        assertThat(morning.contains(28 * HOUR)).isFalse();
    }

    @Test
    void aNightGoesOverMidnightAndADayMayEndThere() {
        HoursOfDay night = new HoursOfDay(22, 2, 0);
        HoursOfDay evening = new HoursOfDay(18, 24, 0);

        assertThat(night.contains(HOUR)).isTrue();
        assertThat(night.contains(12 * HOUR)).isFalse();
        assertThat(night.contains(23 * HOUR)).isTrue();
        assertThat(evening.contains(23 * HOUR)).isTrue();
        assertThat(evening.contains(24 * HOUR)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 9, 0",
        "24, 9, 0",
        "7, 0, 0",
        "7, 25, 0",
        "7, 7, 0",
        "NaN, 9, 0",
        "7, NaN, 0",
        "7, 9, 24",
        "7, 9, NaN"
    })
    void hoursThatAreNoneAreRefused(double from, double to, double startHour) {
        assertThatThrownBy(() -> new HoursOfDay(from, to, startHour)).isInstanceOf(IllegalArgumentException.class);
    }
}
