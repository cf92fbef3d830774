package org.tafsim.radio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.tafsim.radio.PathLoss.Environment.INDOOR_OFFICE;
import static org.tafsim.radio.PathLoss.Environment.URBAN_MACRO;
import static org.tafsim.radio.PathLoss.Environment.URBAN_MICRO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Against values worked by hand from the formulas of TR 38.901. */
class PathLossTest {
    private static final double USER_METERS = 1.5;

    @ParameterizedTest
    @CsvSource({
        "URBAN_MICRO, 3.5, 100, 85.281, 104.589", // the reference: 104.6
        "URBAN_MACRO, 2, 500, 96.866, 125.036", // beyond the breakpoint at 320 m
        "INDOOR_OFFICE, 3.5, 10, 60.581, 69.147"
    })
    void lossesAreThoseWorkedByHand(
            PathLoss.Environment environment, double gigahertz, double antennaMeters, double inSight, double hidden) {
        PathLoss loss = new PathLoss(environment, gigahertz, USER_METERS);
        double heights = environment.stationMeters() - USER_METERS;
        double ground = Math.sqrt(antennaMeters * antennaMeters - heights * heights);

        assertThat(loss.inSightDb(ground)).isCloseTo(inSight, within(1e-3));
        assertThat(loss.hiddenDb(ground)).isCloseTo(hidden, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({
        "URBAN_MICRO, 50, 0.51958",
        "URBAN_MACRO, 50, 0.64940",
        "URBAN_MICRO, 18, 1",
        "INDOOR_OFFICE, 1.2, 1",
        "INDOOR_OFFICE, 5, 0.44553",
        "INDOOR_OFFICE, 6.5, 0.32"
    })
    void theChanceOfSightIsThatWorkedByHand(PathLoss.Environment environment, double meters, double chance) {
        PathLoss loss = new PathLoss(environment, 3.5, USER_METERS);

        assertThat(loss.sightProbability(meters)).isCloseTo(chance, within(1e-5));
    }

    @ParameterizedTest
    @EnumSource(
            value = PathLoss.Environment.class,
            names = {"URBAN_MACRO", "URBAN_MICRO"})
    void bothSlopesMeetAtTheBreakpoint(PathLoss.Environment environment) {
        PathLoss loss = new PathLoss(environment, 3.5, USER_METERS);
        double at = loss.breakpointMeters();

        assertThat(loss.inSightDb(at * (1 + 1e-12))).isCloseTo(loss.inSightDb(at * (1 - 1e-12)), within(1e-6));
    }

    @ParameterizedTest
    @EnumSource(PathLoss.Environment.class)
    void whoIsFartherLosesMoreAndSightNeverHurts(PathLoss.Environment environment) {
        PathLoss loss = new PathLoss(environment, 3.5, USER_METERS);
        double before = 0;
        for (double meters = environment.leastMeters(); meters < environment.mostMeters(); meters *= 1.1) {
            double inSight = loss.inSightDb(meters);

            assertThat(inSight).isGreaterThan(before);
            assertThat(loss.hiddenDb(meters)).isGreaterThanOrEqualTo(inSight);
            before = inSight;
        }
    }

    @Test
    void outsideOfItsRangesNothingIsSaid() {
        PathLoss loss = new PathLoss(URBAN_MICRO, 3.5, USER_METERS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> loss.inSightDb(9))
                .withMessageContaining("9.0 m")
                .withMessageContaining("10.0 and 5000.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new PathLoss(URBAN_MACRO, 0.4, USER_METERS));
        assertThatIllegalArgumentException().isThrownBy(() -> new PathLoss(URBAN_MACRO, 3.5, 14));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PathLoss(INDOOR_OFFICE, 3.5, USER_METERS).hiddenDb(151));
    }

    /** At 3.5 GHz: glass 2.7 or 24.05 dB, concrete 19 dB. */
    @Test
    void wallsTakeWhatIsWorkedByHand() {
        assertThat(BuildingEntry.LOW_LOSS.lossDb(3.5, 0)).isCloseTo(12.698, within(1e-3));
        assertThat(BuildingEntry.HIGH_LOSS.lossDb(3.5, 0)).isCloseTo(26.850, within(1e-3));
        assertThat(BuildingEntry.LOW_LOSS.lossDb(3.5, 10)).isCloseTo(17.698, within(1e-3));
    }
}
