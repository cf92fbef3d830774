package org.tafsim.radio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tafsim.model.TddFrame;

/** Rates, efficiencies and link budgets against the reference's tables and values worked by hand. */
class RadioRatesTest {
    private static final double R_OF_CQI_14 = 873.0 / 1024; // what the reference's 0.85 is
    private static final double[] TABLE_1 = {
        0.152, 0.234, 0.377, 0.602, 0.877, 1.176, 1.477, 1.914, 2.406, 2.731, 3.322, 3.902, 4.523, 5.115, 5.555
    };
    private static final double[] TABLE_2 = {
        0.152, 0.377, 0.877, 1.477, 1.914, 2.406, 2.731, 3.322, 3.902, 4.523, 5.115, 5.555, 6.227, 6.914, 7.406
    };

    /** The reference's table for 100 MHz at 30 kHz, in whole Mbit/s. */
    @ParameterizedTest
    @CsvSource({"DDDSU, 1736, 600, 143, 286, 107", "DDDSUDDSUU, 1502, 519, 205, 411, 154"})
    void peakRatesAreThoseOfTheTable(String pattern, long down4, long down2, long up1, long up2, long up64) {
        TddFrame frame = new TddFrame(1, pattern, TddFrame.Special.USUAL);
        double highest = PeakRate.HIGHEST_CODE_RATE;

        assertThat(megabits(new PeakRate(273, 4, 8, highest, 0.14).downlinkBitsPerSecond(frame)))
                .isEqualTo(down4);
        assertThat(megabits(new PeakRate(273, 2, 6, R_OF_CQI_14, 0.14).downlinkBitsPerSecond(frame)))
                .isEqualTo(down2);
        assertThat(megabits(new PeakRate(273, 1, 8, highest, 0.08).uplinkBitsPerSecond(frame)))
                .isEqualTo(up1);
        assertThat(megabits(new PeakRate(273, 2, 8, highest, 0.08).uplinkBitsPerSecond(frame)))
                .isEqualTo(up2);
        assertThat(megabits(new PeakRate(273, 1, 6, highest, 0.08).uplinkBitsPerSecond(frame)))
                .isEqualTo(up64);
    }

    private static long megabits(double bits) {
        return Math.round(bits / 1e6);
    }

    /** The standard's four decimals were rounded to three. */
    @Test
    void efficienciesAreThoseOfBothTables() {
        for (int cqi = 1; cqi <= CqiTable.HIGHEST; cqi++) {
            assertThat(CqiTable.UP_TO_64QAM.efficiency(cqi)).isCloseTo(TABLE_1[cqi - 1], within(6e-4));
            assertThat(CqiTable.UP_TO_256QAM.efficiency(cqi)).isCloseTo(TABLE_2[cqi - 1], within(6e-4));
        }
    }

    static Stream<CqiTable> tables() {
        return Stream.of(CqiTable.UP_TO_64QAM, CqiTable.UP_TO_256QAM);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aBetterChannelNeverGetsLess(CqiTable table) {
        double before = 0;
        for (double sinrDb = -12; sinrDb < 40; sinrDb += 0.1) {
            assertThat(table.efficiencyAt(sinrDb)).isGreaterThanOrEqualTo(before);
            before = table.efficiencyAt(sinrDb);
        }
        assertThat(table.cqi(table.leastSinrDb(7))).isEqualTo(7);
        assertThat(table.cqi(table.leastSinrDb(7) - 0.01)).isEqualTo(6);
        assertThat(table.efficiencyAt(-6.8)).isZero();
    }

    /** What the table says of its thresholds. */
    @Test
    void rowsOf256QamKeepTheirShareOfShannonsBound() {
        for (int cqi = 12; cqi <= CqiTable.HIGHEST; cqi++) {
            double bound = StrictMath.log(1 + StrictMath.pow(10, CqiTable.UP_TO_256QAM.leastSinrDb(cqi) / 10))
                    / StrictMath.log(2);

            assertThat(CqiTable.UP_TO_256QAM.efficiency(cqi) / bound).isCloseTo(0.7355, within(0.002));
        }
    }

    @Test
    void aCqiThatDoesNotExistIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CqiTable.UP_TO_64QAM.efficiency(16))
                .withMessageContaining("16");
    }

    @Test
    void shannonIsCutAtBothEnds() {
        assertThat(TruncatedShannon.DOWNLINK.efficiencyAt(10)).isCloseTo(0.6 * 3.459432, within(1e-5));
        assertThat(TruncatedShannon.UPLINK.efficiencyAt(0)).isCloseTo(0.4, within(1e-12));
        assertThat(TruncatedShannon.DOWNLINK.efficiencyAt(40)).isEqualTo(4.4);
        assertThat(TruncatedShannon.DOWNLINK.efficiencyAt(-10.1)).isZero();
    }

    /** 10^-9 mW of noise and half of 10^-8.5 mW of a neighbour are -85.882 dBm. */
    @Test
    void neighboursDisturbByTheirLoad() {
        assertThat(LinkBudget.noiseDbm(100e6, 7)).isCloseTo(-87, within(1e-9));
        assertThat(LinkBudget.sinrDb(new double[] {-80, -85}, 0, 0.5, -90)).isCloseTo(5.882, within(1e-3));
        assertThat(LinkBudget.sinrDb(new double[] {-80, -85}, 0, 0, -90)).isCloseTo(10, within(1e-9));
    }
}
