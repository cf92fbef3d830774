package org.tafsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.000000",
        "-0.0, 0.000000",
        "-1e-9, 0.000000",
        "1234567.5, 1234567.500000",
        "1e-6, 0.000001",
        "1e15, 1000000000000000.000000",
        "0.0000005, 0.000000", // the double is a little below the tie
        "0.00000151, 0.000002",
        "-2.25, -2.250000"
    })
    void numbersHaveSixDecimals(double value, String text) {
        assertThat(Decimals.fixed(value)).isEqualTo(text);
    }

    @Test
    void tiesGoToTheEvenDigit() {
        assertThat(Decimals.fixed(0.125, 2)).isEqualTo("0.12");
        assertThat(Decimals.fixed(0.375, 2)).isEqualTo("0.38");
    }

    @Test
    void secondsAreExact() {
        assertThat(Decimals.seconds(1)).isEqualTo("0.000000001");
        assertThat(Decimals.seconds(90_000_000_000L)).isEqualTo("90.000000000");
        assertThat(Decimals.seconds(Long.MAX_VALUE)).isEqualTo("9223372036.854775807");
    }

    @Test
    void localeChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertThat(Decimals.fixed(1234.5)).isEqualTo("1234.500000");
            assertThat(Decimals.seconds(1)).isEqualTo("0.000000001");
        } finally {
            Locale.setDefault(before);
        }
    }
}
