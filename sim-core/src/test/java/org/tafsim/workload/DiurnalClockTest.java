package org.tafsim.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.kernel.random.KeyedDraws;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.DiurnalProfile;
import org.tafsim.testing.SeedSource;

class DiurnalClockTest {

    /** Twelve idle hours, then twelve at double rate. */
    private static DiurnalClock halfDay(double startHour) {
        List<Double> factors = new ArrayList<>(Collections.nCopies(12, 0.0));
        factors.addAll(Collections.nCopies(12, 1.0));
        return new DiurnalClock(new DiurnalProfile(factors, startHour));
    }

    @Test
    void idleHoursPassAtOnceAndBusyHoursAtTheirRate() {
        DiurnalClock clock = halfDay(0);

        assertThat(clock.applyAsDouble(1)).isEqualTo(12 * 3600 + 0.5);
        assertThat(clock.applyAsDouble(7200)).isEqualTo(13 * 3600);
        assertThat(clock.applyAsDouble(86_400)).isEqualTo(86_400);
        assertThat(clock.applyAsDouble(86_402)).isEqualTo(36 * 3600 + 1);
    }

    @Test
    void aRunMayStartWithinAnHour() {
        DiurnalClock clock = halfDay(23.75);

        assertThat(clock.applyAsDouble(1000)).isEqualTo(500);
        assertThat(clock.applyAsDouble(1800)).isEqualTo(900);
        assertThat(clock.applyAsDouble(1802)).isEqualTo(900 + 12 * 3600 + 1);
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 50)
    void timeNeverGoesBackAndADayIsADay(long seed) {
        KeyedDraws draws = new RandomStreams(seed, 0).keyed("profile");
        List<Double> factors = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            factors.add(Math.max(0, draws.uniform(hour, 0) - 0.2));
        }
        DiurnalProfile profile = new DiurnalProfile(factors, 24 * draws.uniform(24, 0));
        DiurnalClock clock = new DiurnalClock(profile);
        DiurnalClock aDayLater = new DiurnalClock(profile);

        double last = 0;
        for (double operational = 1; operational < 3 * 86_400; operational += 700 * draws.uniform((long) last, 1)) {
            double seconds = clock.applyAsDouble(operational);
            assertThat(seconds).isGreaterThanOrEqualTo(last);
            assertThat(aDayLater.applyAsDouble(operational + 86_400)).isCloseTo(seconds + 86_400, within(1e-3));
            last = seconds;
        }
    }
}
