package org.tafsim.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.EnergySpec;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.PowerSpec;
import org.tafsim.model.Precision;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.SiteTariff;
import org.tafsim.model.StepConstants;
import org.tafsim.testing.ScenarioBuilder;
import org.tafsim.testing.SeedSource;

/**
 * One replica on two cards of 100 W at a site of PUE 1.5: with a server factor of 2 the meter sees 600 W times the share of
 * board power. A kilowatt-hour is 400 g and 0.2 EUR, a card's hour 3 EUR · 1.5 · 1.2.
 */
class EnergyTheoryTest {

    private static final double HOUR = 3600;
    private static final double IDLE_WATTS = 0.1 * 600;
    private static final double BUSY_WATTS = 0.7 * 600;
    private static final double EUR_PER_HOUR = 2 * 3 * 1.5 * 1.2;

    private final EnergyModel model = new EnergyModel(
            scenario(new SiteTariff("site", 1.5, 400, 0.2, 1.5, 1.2), Map.of("card", 3.0), new PowerSpec(0.1, 0.7, 2)));

    @Test
    void aReplicaBusyForAKnownShareUsesTheComputedJoules() {
        Account account = account(0.25 * HOUR, HOUR);

        assertThat(account.busy().joules()).isCloseTo(BUSY_WATTS * 0.25 * HOUR, within(1e-9));
        assertThat(account.idle().joules()).isCloseTo(IDLE_WATTS * 0.75 * HOUR, within(1e-9));
        assertThat(account.total().kilowattHours()).isCloseTo((0.25 * 420 + 0.75 * 60) / 1000, within(1e-12));
    }

    /** Prompts draw 0.9 of the board power: energy is the sum over the three states. */
    @Test
    void idleDecodeAndPrefillEachDrawTheirOwn() {
        EnergyModel threeStates = new EnergyModel(scenario(
                new SiteTariff("site", 1.5, 400, 0.2, 1.5, 1.2), Map.of("card", 3.0), new PowerSpec(0.1, 0.7, 0.9, 2)));

        Account account = threeStates.find(0, 0, 0.25 * HOUR, 0.05 * HOUR, HOUR).orElseThrow();

        assertThat(account.busy().joules()).isCloseTo((0.20 * 0.7 + 0.05 * 0.9) * 600 * HOUR, within(1e-6));
        assertThat(account.idle().joules()).isCloseTo(0.75 * 0.1 * 600 * HOUR, within(1e-6));
    }

    /** 40 of 100 W: iterations draw no more than the cap, idle cards what they drew before. */
    @Test
    void aCapLimitsEveryStateThatIsAboveIt() {
        SiteTariff tariff = new SiteTariff("site", 1.5, 400, 0.2, 1.5, 1.2);
        EnergySpec energy = new EnergySpec(
                new PowerSpec(0.1, 0.3, 0.9, 2), Map.of("card", 3.0), Map.of("card", 40.0), List.of(tariff));

        Account account =
                new EnergyModel(withReplica(energy)).find(0, 0, 20, 10, 30).orElseThrow();

        assertThat(account.busy().joules()).isCloseTo((10 * 0.3 + 10 * 0.4) * 600, within(1e-6));
        assertThat(account.idle().joules()).isCloseTo(10 * 0.1 * 600, within(1e-6));
    }

    @Test
    void withoutLoadItUsesIdlePowerAndItsHours() {
        Account account = account(0, HOUR);

        assertThat(account.busy()).isEqualTo(Consumption.NONE);
        assertThat(account.total().joules()).isCloseTo(IDLE_WATTS * HOUR, within(1e-9));
        assertThat(account.total().eur()).isCloseTo(EUR_PER_HOUR + 0.06 * 0.2, within(1e-12));
    }

    @Test
    void carbonAndMoneyFollowFromElectricityAndHours() {
        Consumption all = account(HOUR, HOUR).total();

        assertThat(all.carbonGrams()).isCloseTo(0.42 * 400, within(1e-9));
        assertThat(all.eur()).isCloseTo(0.42 * 0.2 + EUR_PER_HOUR, within(1e-12));
    }

    /** Linear in both times, so that parts of a run add up to the run, and replicas to their tier. */
    @ParameterizedTest
    @SeedSource(count = 50)
    void partsAddUpToTheWhole(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Account sum = Account.NONE;
        double busy = 0;
        double seconds = 0;
        for (int part = 0; part < 20; part++) {
            double length = random.nextDouble(1000);
            double ofIt = random.nextDouble() * length;
            sum = sum.plus(account(ofIt, length));
            busy += ofIt;
            seconds += length;
        }

        Account whole = account(busy, seconds);

        assertThat(sum.busy().joules()).isCloseTo(whole.busy().joules(), within(1e-5));
        assertThat(sum.total().joules()).isCloseTo(whole.total().joules(), within(1e-5));
        assertThat(sum.total().carbonGrams()).isCloseTo(whole.total().carbonGrams(), within(1e-9));
        assertThat(sum.total().eur()).isCloseTo(whole.total().eur(), within(1e-9));
    }

    @Test
    void aSiteWithoutTariffOrAnAcceleratorWithoutPriceIsNotAccountedFor() {
        SiteTariff tariff = new SiteTariff("site", 1, 0, 0, 1, 1);
        PowerSpec power = new PowerSpec(0, 1, 1);

        assertThat(new EnergyModel(scenario(tariff, Map.of(), power)).find(0, 0, 0, 0, 1))
                .isEmpty();
        assertThat(new EnergyModel(withReplica(EnergySpec.NONE)).find(0, 0, 0, 0, 1))
                .isEmpty();
    }

    @Test
    void moreBusyTimeThanTimeIsRefused() {
        assertThatThrownBy(() -> model.find(0, 0, 2, 0, 1))
                .hasMessageContaining("busy time (2.0 s) must lie between 0");
        assertThatThrownBy(() -> model.find(0, 0, 1, 1.5, 2)).hasMessageContaining("time of prefills (1.5 s)");
        assertThatThrownBy(() -> model.find(0, 0, Double.NaN, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void powerAndTariffsAreChecked() {
        assertThatThrownBy(() -> new PowerSpec(0.7, 0.1, 1)).hasMessageContaining("Maybe they are swapped");
        assertThatThrownBy(() -> new PowerSpec(0.1, 0.7, 0.6, 1)).hasMessageContaining("must not exceed the prefill");
        assertThatThrownBy(() -> new PowerSpec(0.1, 0.7, 0.5)).hasMessageContaining("must be at least 1");
        assertThatThrownBy(() -> new SiteTariff("site", 0.8, 0, 0, 1, 1)).hasMessageContaining("Maybe its inverse");
        assertThatThrownBy(() -> new SiteTariff("site", 1, -1, 0, 1, 1)).hasMessageContaining("carbon of electricity");
    }

    private Account account(double busySeconds, double seconds) {
        return model.find(0, 0, busySeconds, 0, seconds).orElseThrow();
    }

    private static Scenario scenario(SiteTariff tariff, Map<String, Double> hours, PowerSpec power) {
        return withReplica(new EnergySpec(power, hours, List.of(tariff)));
    }

    private static Scenario withReplica(EnergySpec energy) {
        Scenario bare = new ScenarioBuilder()
                .site("site", "DE", new GeoPoint(48, 11), 1e9)
                .build();
        return new Scenario(
                bare.name(),
                bare.description(),
                bare.run(),
                bare.operators(),
                bare.services(),
                bare.sites(),
                bare.upfs(),
                bare.accesses(),
                bare.populations(),
                List.of(replica()),
                bare.apps(),
                bare.transport(),
                bare.sovereignty(),
                energy,
                bare.policies());
    }

    private static ReplicaSpec replica() {
        ModelProfile model = new ModelProfile(
                "tiny", "FR", 24, 2048, 16, 8, 128, 8192, 3, 1, 1, 32000, 1_900_000_000L, 8192, "made up");
        AcceleratorProfile card =
                new AcceleratorProfile("card", "US", 120e12, 240e12, 24_000_000_000L, 300e9, 32e9, 100, "made up");
        StepConstants constants =
                new StepConstants("engine/card", 0.8, 0.6, 0.4, 0.7, 2.5, 12e-6, 2e-3, 0, 20e-6, 0.7, "made up");
        BatchLimits limits = new BatchLimits(2048, 64, 16, 0.9, OptionalInt.empty());
        return new ReplicaSpec("replica", "site", model, card, 2, Precision.BF16, limits, constants);
    }
}
