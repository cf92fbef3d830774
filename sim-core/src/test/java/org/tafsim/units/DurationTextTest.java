package org.tafsim.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "200 ms,        200000000",
        "0.2 s,         200000000",
        "0.1 s,         100000000",
        "5us,           5000",
        "1 ns,          1",
        "1.5 min,       90000000000",
        "2 h,           7200000000000",
        "0 ms,          0",
        "0.0000000001 s,1",
    })
    void numbersWithUnitsBecomeNanosecondsRoundedUp(String text, long nanos) {
        assertThat(DurationText.nanos(text)).isEqualTo(nanos);
    }

    @Test
    void bareNumbersAreRefusedWithAGuess() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DurationText.nanos("200"))
                .withMessage("\"200\" is not a duration; expected e.g. \"200 ms\" or \"0.2 s\". Maybe \"200 ms\"?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ms", "-1 ms", "0,2 s", "1e3 s", "NaN s", "2 sec", "5 MS", "1 s 2", "9999999999999999 s"})
    void anythingElseIsRefusedWithItsText(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DurationText.nanos(text))
                .withMessageStartingWith("\"%s\" is not a duration", text);
    }

    @Test
    void durationsThatDoNotFitTheClockAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DurationText.nanos("999999999999 h"))
                .withMessage("\"999999999999 h\" is too long: durations end at 292 years.");
    }
}
