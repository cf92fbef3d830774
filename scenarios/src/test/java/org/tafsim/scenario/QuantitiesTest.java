package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Quantities;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({
        "500 ms, 500000000",
        "2 h, 7200000000000",
        "10 min, 600000000000",
        "30 s, 30000000000",
        "5 us, 5000",
        "1 d, 86400000000000",
        "0.1 s, 100000000",
        "1.5e3 ms, 1500000000",
        "7ns, 7",
        "0 s, 0"
    })
    void durationsAreExactNanoseconds(String text, long nanos) throws Format.Refused {
        assertThat(Quantities.DURATION.parse(text)).isEqualTo(nanos);
    }

    @Test
    void aPartOfANanosecondCountsAsOne() throws Format.Refused {
        assertThat(Quantities.DURATION.parse("0.1 ns")).isEqualTo(1);
        assertThat(Quantities.DURATION.parse("2.01 ns")).isEqualTo(3);
    }

    @Test
    void decimalAndBinarySizesDiffer() throws Format.Refused {
        assertThat(Quantities.SIZE.parse("80 GB")).isEqualTo(80_000_000_000L);
        assertThat(Quantities.SIZE.parse("16 GiB")).isEqualTo(17_179_869_184L);
        assertThat(Quantities.SIZE.parse("300 kB")).isEqualTo(300_000);
        assertThat(Quantities.SIZE.parse("46068 MiB")).isEqualTo(48_305_799_168L);
    }

    @Test
    void ratesArePerSecond() throws Format.Refused {
        assertThat(Quantities.RATE.parse("120 /s")).isEqualTo(120);
        assertThat(Quantities.RATE.parse("30 /min")).isEqualTo(0.5);
        assertThat(Quantities.RATE.parse("7200 /h")).isEqualTo(2);
        assertThat(Quantities.DATA_RATE.parse("50 Mbit/s")).isEqualTo(50e6);
        assertThat(Quantities.BYTE_RATE.parse("3.35 TB/s")).isEqualTo(3.35e12);
        assertThat(Quantities.SPEED.parse("989 TFLOP/s")).isEqualTo(989e12);
    }

    @Test
    void fractionsMayBePercent() throws Format.Refused {
        assertThat(Quantities.FRACTION.parse("90 %")).isEqualTo(0.9);
        assertThat(Quantities.FRACTION.parse("0.9")).isEqualTo(0.9);
    }

    @Test
    void otherUnitsAreTheRecords() throws Format.Refused {
        assertThat(Quantities.DISTANCE.parse("20 km")).isEqualTo(20_000);
        assertThat(Quantities.POWER.parse("1.2 kW")).isEqualTo(1200);
        assertThat(Quantities.PROPAGATION.parse("4.9 us/km")).isEqualTo(4.9);
        assertThat(Quantities.SECONDS.parse("12 us")).isEqualTo(12e-6);
        assertThat(Quantities.MILLIS.parse("3.70 ms")).isEqualTo(3.7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10", "ten s", "10 sek", "NaN s", "-1 s", "1e99999 s", "Infinity", ".inf", "s", "1 s s", "4000 d"
            })
    void whatIsNoDurationIsRefused(String text) {
        assertThatExceptionOfType(Format.Refused.class).isThrownBy(() -> Quantities.DURATION.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 Gbit/s", "-1 Gbit/s", "10 Gbps", "10 GB/s", "10"})
    void whatIsNoCapacityIsRefused(String text) {
        assertThatExceptionOfType(Format.Refused.class).isThrownBy(() -> Quantities.DATA_RATE.parse(text));
    }
}
