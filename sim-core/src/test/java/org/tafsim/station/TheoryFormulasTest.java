package org.tafsim.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TheoryFormulasTest {

    /** Points of the usual Erlang B traffic tables: servers, offered load, blocking. */
    @ParameterizedTest
    @CsvSource({"1, 0.0101, 0.01", "5, 1.3608, 0.01", "10, 4.4612, 0.01", "10, 5.0840, 0.02", "100, 84.064, 0.01"})
    void erlangBMatchesTheTrafficTables(int servers, double offered, double blocking) {
        assertThat(TheoryFormulas.erlangB(servers, offered)).isCloseTo(blocking, within(1e-5));
    }

    @Test
    void erlangCForOneServerIsTheLoad() {
        assertThat(TheoryFormulas.erlangC(1, 0.7)).isCloseTo(0.7, within(1e-15));
    }

    @Test
    void erlangCForTwoServersIsTheClosedForm() {
        double load = 0.75; // C(2, 2ρ) = 2 ρ² / (1 + ρ)

        assertThat(TheoryFormulas.erlangC(2, 2 * load)).isCloseTo(2 * load * load / (1 + load), within(1e-15));
    }

    @Test
    void oneOfManyServersIsTheSingleServer() {
        assertThat(TheoryFormulas.meanWaitMmc(1, 0.8, 0.1))
                .isCloseTo(TheoryFormulas.meanWaitMm1(0.8, 0.1), within(1e-15));
    }

    @Test
    void exponentialServiceMakesMg1Mm1() {
        assertThat(TheoryFormulas.meanWaitMg1(0.8, 0.1, 1)).isEqualTo(TheoryFormulas.meanWaitMm1(0.8, 0.1));
        assertThat(TheoryFormulas.meanWaitMd1(0.8, 0.1)).isEqualTo(TheoryFormulas.meanWaitMm1(0.8, 0.1) / 2);
    }

    @Test
    void littlesLawTiesTheMeansOfMm1() {
        double response = TheoryFormulas.meanWaitMm1(0.8, 0.1) + 0.1;

        assertThat(TheoryFormulas.meanPresent(8, response))
                .isCloseTo(TheoryFormulas.meanPresentMm1(0.8), within(1e-12));
    }

    @Test
    void unstableQueuesAreRefused() {
        assertThatThrownBy(() -> TheoryFormulas.meanWaitMm1(1, 0.1)).hasMessageContaining("load (1.0)");
        assertThatThrownBy(() -> TheoryFormulas.meanWaitMmc(4, 1.2, 0.1)).hasMessageContaining("load (1.2)");
        assertThatThrownBy(() -> TheoryFormulas.meanResponsePs(Double.NaN, 0.1)).hasMessageContaining("NaN");
    }
}
