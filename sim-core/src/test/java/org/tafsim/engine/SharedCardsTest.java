package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.EnergySpec;
import org.tafsim.model.PowerSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.SiteTariff;
import org.tafsim.serving.StepMode;

/** Cards that replicas on demand share are accounted for once. */
class SharedCardsTest {
    private static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);

    @Test
    void aReplicaThatSharesACardHasItsPartOfIt() {
        Scenario scenario = new LifeWorld(new SmallWorld()).models(4).build();
        SharedCards cards = new SharedCards(scenario);

        assertThat(cards.cardsOf(0)).isEqualTo(0.25);
        assertThat(cards.cardsOf(4)).as("a card of its own").isEqualTo(1);
        // busy 10, 20, 0 and 0 s of 100 s: 70 s of idling are left for four
        double[] busy = {10, 20, 0, 0, 7};
        assertThat(cards.secondsOf(0, replica -> busy[replica], 100)).isEqualTo(10 + 17.5);
        assertThat(cards.secondsOf(2, replica -> busy[replica], 100)).isEqualTo(17.5);
        assertThat(cards.secondsOf(4, replica -> busy[replica], 100)).isEqualTo(100);
    }

    @Test
    void aCardIdlesOnceHoweverManyModelsMayBeLoadedThere() {
        EnergySpec energy = new EnergySpec(
                new PowerSpec(0.2, 0.7, 1.5),
                Map.of("card", 1.0),
                List.of(tariff("munich"), tariff("zurich"), tariff("virginia")));
        Scenario four = new LifeWorld(new SmallWorld().energy(energy)).models(4).build();

        Trajectory run = SmallWorld.run(four, SmallWorld.always(1), AUDITED);

        // nothing comes to Munich: one card of 72 W idles for 60 s, at a fifth of that, in a server of 1.5
        assertThat(run.metric("tier:near-edge", "energy_kwh")).isCloseTo(72 * 0.2 * 1.5 * 60 / 3.6e6, within(1e-12));
        assertThat(run.metric("tier:near-edge", "cost_eur")).isCloseTo(60.0 / 3600, within(1e-4));
        assertThat(run.metric("tier:near-edge", "utilization")).isZero();
    }

    private static SiteTariff tariff(String site) {
        return new SiteTariff(site, 1, 0, 0, 1, 1);
    }
}
