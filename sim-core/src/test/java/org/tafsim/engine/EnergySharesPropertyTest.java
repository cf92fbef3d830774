package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.App;
import org.tafsim.model.EnergySpec;
import org.tafsim.model.PowerSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.SiteSupply;
import org.tafsim.model.SiteTariff;
import org.tafsim.serving.StepMode;
import org.tafsim.testing.SeedSource;

/** Sum over states = sum over requests + idle, in random worlds with faults, losses, timeouts and preemptions. */
class EnergySharesPropertyTest {
    private static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);
    private static final RunOptions STEP_BY_STEP = new RunOptions(KernelKind.HEAP, StepMode.EXACT_STEPS, true);
    private static final List<String> BUSY = List.of("energy_busy_kwh", "carbon_busy_g", "cost_busy_eur");

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 25)
    void applicationsAndIdleTimeAddUpToAll(long seed) {
        Scenario scenario = anything(seed);

        Trajectory run = SmallWorld.run(scenario, SmallWorld.inTurn(), AUDITED);

        for (String metric : BUSY) {
            double sum = scenario.apps().stream()
                    .mapToDouble(app -> run.metric("app:" + app.id(), metric))
                    .sum();
            double all = run.metric("all", metric);
            // what does not divide by the tokens of a step, nanoseconds, waits for the next
            assertThat(sum).as(metric).isCloseTo(all, within(1e-7 * all + 1e-15));
        }
        for (String metric : List.of("energy_kwh", "carbon_g", "cost_eur", "energy_busy_kwh")) {
            double sum = scenario.sites().stream()
                    .mapToDouble(site -> run.metric("country:" + site.countryCode(), metric))
                    .sum();
            assertThat(sum).as(metric).isCloseTo(run.metric("all", metric), within(1e-9));
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 10)
    void stepByStepItIsTheSame(long seed) {
        Trajectory quick = SmallWorld.run(anything(seed), SmallWorld.inTurn(), AUDITED);
        Trajectory slow = SmallWorld.run(anything(seed), SmallWorld.inTurn(), STEP_BY_STEP);

        assertThat(slow.result().metrics()).isEqualTo(quick.result().metrics());
    }

    /** Two applications on three sites that fail, few KV blocks, clients without patience, and hours that change within the run. */
    private static Scenario anything(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Scenario faulty = FaultsPropertyTest.anything(seed);
        List<SiteTariff> tariffs = faulty.sites().stream()
                .map(site -> new SiteTariff(
                        site.id(),
                        1 + random.nextDouble(),
                        random.nextDouble(700),
                        random.nextDouble(),
                        1,
                        1,
                        new SiteSupply(hours(random), hours(random), java.util.Optional.empty(), 0)))
                .toList();
        EnergySpec energy = new EnergySpec(
                new PowerSpec(0.1, 0.5, 0.9, 1.5),
                Map.of("card", 2.5),
                Map.of(),
                tariffs,
                random.nextDouble(23.97, 24), // midnight falls into the run
                Map.of(),
                java.util.Optional.empty());
        App app = faulty.apps().get(0);
        List<App> further =
                random.nextBoolean() ? List.of() : List.of(app.variant("other", app.modelId(), app.dataClass()));
        return faulty.withApps(further).withEnergy(energy);
    }

    private static List<Double> hours(SplittableRandom random) {
        return random.nextInt(3) == 0
                ? List.of()
                : new ArrayList<>(IntStream.range(0, 24)
                        .mapToObj(hour -> random.nextDouble())
                        .toList());
    }
}
