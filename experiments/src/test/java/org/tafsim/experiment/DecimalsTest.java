package org.tafsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
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

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "309, 309",
        "0.1, 0.1",
        "-2.5e-7, -0.00000025",
        "4.6566128730773926E-10, 0.0000000004656612873077393", // JDK 17 prints one digit more
        "9007199254740993, 9007199254740992",
        "1e300, 1E+300",
        "4.9e-324, 4.94065645841247E-324"
    })
    void roundTripsAreShortDecimals(double value, String text) {
        assertThat(Decimals.roundTrip(value)).isEqualTo(text);
    }

    @Test
    void roundTripsReadBackAsTheSameNumber() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(Decimals.roundTrip(value))).isEqualTo(value);
            }
        }
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
