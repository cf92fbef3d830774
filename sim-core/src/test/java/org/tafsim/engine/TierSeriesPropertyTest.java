package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.Battery;
import org.tafsim.model.EnergySpec;
import org.tafsim.model.PowerSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.SiteSupply;
import org.tafsim.model.SiteTariff;
import org.tafsim.model.Tier;
import org.tafsim.serving.StepMode;
import org.tafsim.testing.SeedSource;

/** Power and shares over time add up to what the run says of the measured time. */
class TierSeriesPropertyTest {

    private static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);
    private static final RunOptions STEP_BY_STEP = new RunOptions(KernelKind.HEAP, StepMode.EXACT_STEPS, true);
    private static final double NANOS_PER_HOUR = 3.6e12;

    /** With hours that change within the run, batteries and, in every second world, RAN on one of the cards. */
    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 16)
    void powerOverTimeIsTheEnergyOfATier(long seed) {
        Trajectory run = SmallWorld.run(anything(seed), SmallWorld.inTurn(), AUDITED);

        for (Tier tier : List.of(Tier.NEAR_EDGE, Tier.REGIONAL)) {
            String scope = "tier:" + tier.word();
            assertThat(integral(run, scope, "power_kw") / NANOS_PER_HOUR)
                    .as(scope)
                    .isCloseTo(run.metric(scope, "energy_kwh"), within(1e-12));
        }
        assertThat(samples(run, "tier:cloud", "power_kw")).as("no tariff").isEmpty();
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 6)
    void sharesOverTimeHaveTheMeansOfATier(long seed) {
        Trajectory run = SmallWorld.run(anything(2 * seed), SmallWorld.inTurn(), AUDITED);

        for (String share : List.of("ran_share", "ai_share")) {
            double mean = integral(run, "tier:near-edge", share + "_fraction") / (60 * 1e9);
            assertThat(mean).isCloseTo(run.metric("tier:near-edge", share + "_mean"), within(1e-9));
            assertThat(samples(run, "tier:near-edge", share + "_fraction"))
                    .extracting(SeriesSample::value)
                    .isEqualTo(samples(run, "all", share + "_fraction").stream()
                            .map(SeriesSample::value)
                            .toList());
            assertThat(samples(run, "tier:regional", share + "_fraction")).isEmpty();
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 4)
    void stepByStepItIsTheSame(long seed) {
        Trajectory quick = SmallWorld.run(anything(seed), SmallWorld.inTurn(), AUDITED);

        quick.requireSame(SmallWorld.run(anything(seed), SmallWorld.inTurn(), STEP_BY_STEP));
    }

    private static double integral(Trajectory run, String scope, String metric) {
        double sum = 0;
        long before = 10_000_000_000L; // end of the warm-up
        for (SeriesSample sample : samples(run, scope, metric)) {
            if (sample.atNanos() > before) {
                sum += sample.value() * (sample.atNanos() - before);
                before = sample.atNanos();
            }
        }
        assertThat(before).isEqualTo(70_000_000_000L);
        return sum;
    }

    private static List<SeriesSample> samples(Trajectory run, String scope, String metric) {
        return run.result().series().stream()
                .filter(sample ->
                        sample.entity().equals(scope) && sample.metric().equals(metric))
                .toList();
    }

    private static Scenario anything(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SiteTariff> tariffs = new ArrayList<>();
        for (String site : List.of("munich", "zurich")) {
            Battery battery = new Battery(0.001 + 0.01 * random.nextDouble(), 0.2, 0.9, Battery.By.CARBON);
            List<Double> hours =
                    IntStream.range(0, 24).mapToObj(hour -> random.nextDouble()).toList();
            SiteSupply supply =
                    new SiteSupply(hours, List.of(), random.nextBoolean() ? Optional.of(battery) : Optional.empty(), 0);
            tariffs.add(new SiteTariff(site, 1 + random.nextDouble(), 300, 0.2, 1, 1, supply));
        }
        EnergySpec energy = new EnergySpec(
                new PowerSpec(0.1, 0.5, 0.9, 1.5),
                Map.of("card", 2.5),
                Map.of(),
                tariffs,
                random.nextDouble(23.985, 24), // midnight falls into the run
                Map.of(),
                Optional.empty());
        Scenario scenario = new SmallWorld()
                .seed(seed)
                .requestsPerSecond(1 + 10 * random.nextDouble())
                .kvBlocks(1000)
                .energy(energy)
                .build();
        return seed % 2 == 0 ? scenario.withRan(List.of(RanWorld.any(random))) : scenario;
    }
}
