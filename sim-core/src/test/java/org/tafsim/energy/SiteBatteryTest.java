package org.tafsim.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.model.Battery;
import org.tafsim.model.SiteSupply;
import org.tafsim.model.SiteTariff;
import org.tafsim.testing.SeedSource;

class SiteBatteryTest {
    private static final double HOUR = 3600;

    /**
     * 0.1 EUR/kWh in the first half of the day, 0.3 in the second; 8 kWh, 2 kW, 80 %: it takes 2 kWh in each of the five first hours, and
     * gives 2 kWh in each of the four last. The site draws 3 kW.
     */
    @Test
    void itTakesWhereElectricityIsCheapAndGivesWhereItIsDear() {
        SiteBattery battery = new SiteBattery(tariff(halves(), new Battery(8, 2, 0.8, Battery.By.PRICE)));

        day(battery, 3);

        assertThat(battery.inKwh()).isCloseTo(10, within(1e-9));
        assertThat(battery.outKwh()).isCloseTo(8, within(1e-9));
        assertThat(battery.storedKwh()).isCloseTo(0, within(1e-9));
        assertThat(battery.effect().eur()).isCloseTo(10 * 0.1 - 8 * 0.3, within(1e-9));
        assertThat(battery.effect().energyEur()).isEqualTo(battery.effect().eur());
        assertThat(battery.effect().kilowattHours()).isCloseTo(2, within(1e-9));
        assertThat(battery.effect().carbonGrams()).isCloseTo(2 * 100, within(1e-9)); // every hour has 100 g/kWh
        assertThat(battery.peakKilowatts()).isCloseTo(5, within(1e-9));
        assertThat(battery.barePeakKilowatts()).isCloseTo(3, within(1e-9));
    }

    /** It never feeds the grid: of a site that draws 0.5 kW it spares 0.5 kWh in an hour. */
    @Test
    void itGivesNoMoreThanTheSiteDraws() {
        SiteBattery battery = new SiteBattery(tariff(halves(), new Battery(8, 2, 0.8, Battery.By.PRICE)));

        day(battery, 0.5);

        assertThat(battery.outKwh()).isCloseTo(4 * 0.5, within(1e-9));
        assertThat(battery.storedKwh()).isCloseTo(6, within(1e-9));
        assertThat(battery.peakKilowatts()).isCloseTo(2.5, within(1e-9));
    }

    /** A third of what it takes is lost at 30 % efficiency: dear hours are three times as dear, which does not pay. */
    @Test
    void whereLossesCostMoreThanTheHoursSpareItStaysIdle() {
        SiteBattery battery = new SiteBattery(tariff(halves(), new Battery(8, 2, 0.3, Battery.By.PRICE)));
        SiteBattery flat = new SiteBattery(tariff(List.of(), new Battery(8, 2, 1, Battery.By.PRICE)));

        day(battery, 3);
        day(flat, 3);

        assertThat(battery.inKwh()).isZero();
        assertThat(flat.inKwh()).isZero();
        assertThat(flat.effect()).isEqualTo(Consumption.NONE);
    }

    /** By carbon, which is flat here, nothing is gained. */
    @Test
    void itTakesTurnsByWhatItIsTold() {
        SiteBattery battery = new SiteBattery(tariff(halves(), new Battery(8, 2, 0.8, Battery.By.CARBON)));

        day(battery, 3);

        assertThat(battery.inKwh()).isZero();
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 200)
    void whatGoesInComesOutOrIsThereLessItsLosses(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Battery spec = new Battery(
                random.nextDouble(0.1, 50),
                random.nextDouble(0.1, 20),
                random.nextDouble(0.3, 1),
                random.nextBoolean() ? Battery.By.PRICE : Battery.By.CARBON);
        List<Double> hours = random.doubles(24).boxed().toList();
        SiteBattery battery = new SiteBattery(tariff(hours, spec));
        for (int i = 0; i < 100; i++) {
            double seconds = random.nextDouble(HOUR);
            double load = random.nextDouble(10_000) * seconds;
            double in = battery.inKwh();
            double out = battery.outKwh();

            battery.step(i % 24, seconds, load);

            assertThat(battery.inKwh() * spec.efficiency())
                    .isCloseTo(battery.outKwh() + battery.storedKwh(), within(1e-9));
            assertThat(battery.storedKwh()).isBetween(-1e-9, spec.kilowattHours() + 1e-9);
            double mostKwh = spec.kilowatts() * seconds / HOUR + 1e-9;
            assertThat(battery.inKwh() - in).isBetween(0.0, mostKwh);
            assertThat(battery.outKwh() - out).isBetween(0.0, Math.min(mostKwh, load / 3.6e6 + 1e-9));
            assertThat(battery.effect().kilowattHours()).isCloseTo(battery.inKwh() - battery.outKwh(), within(1e-9));
        }
    }

    private static void day(SiteBattery battery, double kilowatts) {
        for (int hour = 0; hour < 24; hour++) {
            battery.step(hour, HOUR, kilowatts * 1000 * HOUR);
        }
    }

    /** Prices of 0.1 and 0.3 EUR/kWh: factors of a half and one and a half on a mean of 0.2. */
    private static List<Double> halves() {
        return IntStream.range(0, 24).mapToObj(hour -> hour < 12 ? 0.5 : 1.5).toList();
    }

    private static SiteTariff tariff(List<Double> priceHours, Battery battery) {
        SiteSupply supply = new SiteSupply(Collections.emptyList(), priceHours, Optional.of(battery), 0);
        return new SiteTariff("site", 1.5, 100, 0.2, 1, 1, supply);
    }
}
