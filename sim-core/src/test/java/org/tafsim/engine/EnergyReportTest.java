package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tafsim.model.App;
import org.tafsim.model.EmbodiedCarbon;
import org.tafsim.model.EnergySpec;
import org.tafsim.model.HardwareCost;
import org.tafsim.model.PowerSpec;
import org.tafsim.model.SiteSupply;
import org.tafsim.model.SiteTariff;

/** The small world's cards draw 72 W; its measured time is 60 s after 10 s of warm-up. */
class EnergyReportTest {

    private static final EnergySpec ENERGY = new EnergySpec(
            new PowerSpec(0.2, 0.8, 1.5),
            Map.of("card", 0.5),
            List.of(
                    new SiteTariff("munich", 1.6, 381, 0.236, 1.3, 1),
                    new SiteTariff("zurich", 1.4, 35, 0.2, 1.1, 1.15),
                    new SiteTariff("virginia", 1.2, 369, 0.1, 1, 1)));

    @Test
    void energyOfATierIsThatOfItsUtilization() {
        SmallWorld.Trajectory run = run(0.5, ENERGY);

        double busy = run.metric("tier:near-edge", "utilization");
        double watts = 72 * 1.5 * 1.6 * (busy * 0.8 + (1 - busy) * 0.2);
        assertThat(busy).isBetween(0.01, 0.99);
        assertThat(run.metric("tier:near-edge", "energy_kwh")).isCloseTo(watts * 60 / 3.6e6, within(1e-12));
        assertThat(run.metric("tier:near-edge", "carbon_g")).isCloseTo(381 * watts * 60 / 3.6e6, within(1e-9));
        assertThat(run.metric("tier:near-edge", "cost_eur"))
                .isCloseTo(0.236 * watts * 60 / 3.6e6 + 0.5 * 1.3 * 60 / 3600, within(1e-12));
    }

    /** Of the warm-up, too. */
    @Test
    void powerOfATierIsThatOfItsUtilizationAtAnyTime() {
        SmallWorld.Trajectory run = run(0.5, ENERGY);

        List<Double> busy = values(run, "utilization_fraction");
        List<Double> kilowatts = values(run, "power_kw");
        assertThat(kilowatts).hasSize(14).hasSameSizeAs(busy).doesNotHaveDuplicates();
        for (int i = 0; i < 14; i++) {
            double watts = 72 * 1.5 * 1.6 * (busy.get(i) * 0.8 + (1 - busy.get(i)) * 0.2);
            assertThat(kilowatts.get(i)).isCloseTo(watts / 1000, within(1e-12));
        }
    }

    private static List<Double> values(SmallWorld.Trajectory run, String metric) {
        return run.result().series().stream()
                .filter(sample -> sample.entity().equals("tier:near-edge")
                        && sample.metric().equals(metric))
                .map(SeriesSample::value)
                .toList();
    }

    @Test
    void tiersAddUpToAllAndBusyTimeIsAPartOfIt() {
        SmallWorld.Trajectory run = run(0.5, ENERGY);

        for (String metric :
                List.of("energy_kwh", "energy_busy_kwh", "carbon_g", "carbon_busy_g", "cost_eur", "cost_busy_eur")) {
            double sum = run.metric("tier:near-edge", metric)
                    + run.metric("tier:regional", metric)
                    + run.metric("tier:cloud", metric);
            assertThat(run.metric("all", metric)).as(metric).isCloseTo(sum, within(1e-12));
        }
        assertThat(run.metric("all", "energy_busy_kwh")).isLessThan(run.metric("all", "energy_kwh"));
        assertThat(run.metric("tier:cloud", "energy_busy_kwh")).isZero(); // everything went to Munich
    }

    @Test
    void perRequestMeansPerCompletedRequest() {
        SmallWorld.Trajectory run = run(0.5, ENERGY);

        double completed = run.metric("all", "completed");
        assertThat(run.metric("all", "cost_eur_per_1k"))
                .isCloseTo(1000 * run.metric("all", "cost_eur") / completed, within(1e-12));
        assertThat(run.metric("all", "energy_wh_per_request"))
                .isCloseTo(1000 * run.metric("all", "energy_kwh") / completed, within(1e-12));
        assertThat(run.metric("all", "carbon_busy_g_per_request"))
                .isCloseTo(run.metric("all", "carbon_busy_g") / completed, within(1e-12));
    }

    @Test
    void withoutARequestItIsIdlePowerAndNothingPerRequest() {
        SmallWorld.Trajectory run = run(1e-9, ENERGY);

        double watts = 0.2 * 72 * 1.5 * (1.6 + 1.4 + 1.2);
        assertThat(run.metric("all", "energy_kwh")).isCloseTo(watts * 60 / 3.6e6, within(1e-12));
        assertThat(run.metric("all", "cost_busy_eur")).isZero();
        assertThat(run.result().metrics()).extracting(Metric::name).doesNotContain("cost_eur_per_1k");
    }

    /** Midnight comes in the middle of the measured minute: 30 s at 3 times the mean, 30 s at a half of it; cards are idle. */
    @Test
    void everyHourHasItsOwnCarbonAndPrice() {
        SmallWorld.Trajectory run = run(1e-9, withHours());

        double kwhOfHalf = 0.2 * 72 * 1.5 * 1.6 * 30 / 3.6e6;
        double mean = (3 + 0.5 + 22) / 24;
        assertThat(run.metric("tier:near-edge", "carbon_g"))
                .isCloseTo(381 * kwhOfHalf * (3 + 0.5) / mean, within(1e-9));
        assertThat(run.metric("tier:near-edge", "energy_kwh")).isCloseTo(2 * kwhOfHalf, within(1e-12));
        assertThat(run.metric("tier:near-edge", "cost_energy_eur")).isCloseTo(0.236 * 2 * kwhOfHalf, within(1e-12));
    }

    /** To Munich once its electricity is below the mean of 381 g, PUE included: 573 g times a half. */
    @Test
    void policiesSeeTheHour() {
        SmallWorld.Trajectory run = SmallWorld.run(
                new SmallWorld().requestsPerSecond(1).energy(withHours()).build(),
                SmallWorld.policy((request, candidates) ->
                        candidates.carbonGramsPerKwh(0) < 381 && candidates.eurPerKwh(0) > 0 ? 0 : 1),
                RunOptions.DEFAULT);

        long midnight = 40_000_000_000L;
        assertThat(run.requests())
                .allSatisfy(request ->
                        assertThat(request.replica().contains("munich")).isEqualTo(request.arrivalNanos() >= midnight));
    }

    /** 36,525 EUR over ten years and 876.6 EUR a year, 1.3 times that at the near edge: 0.41666 + 0.13 EUR an hour. */
    @Test
    void ownedHardwareTakesThePlaceOfItsHoursAndBackhaulComesOnTop() {
        SiteSupply supply = new SiteSupply(List.of(), List.of(), Optional.empty(), 2);
        EnergySpec owned = new EnergySpec(
                ENERGY.power(),
                ENERGY.eurPerAcceleratorHour(),
                Map.of(),
                List.of(new SiteTariff("munich", 1.6, 381, 0.236, 1.3, 1, supply)),
                0,
                Map.of("card", new HardwareCost(36_525, 10, 876.6)),
                Optional.empty());

        SmallWorld.Trajectory run = run(0.5, owned);

        assertThat(run.metric("tier:near-edge", "cost_hardware_eur"))
                .isCloseTo((36_525 / 87_660.0 + 0.13) / 60, within(1e-9));
        double bytes = run.measured().stream()
                .mapToDouble(request -> App.Payload.TEXT.requestBytes()
                        + Math.ceil(App.Payload.TEXT.promptTokenBytes() * request.promptTokens())
                        + Math.ceil(App.Payload.TEXT.outputTokenBytes() * request.outputTokens()))
                .sum();
        assertThat(run.metric("tier:near-edge", "cost_backhaul_eur")).isCloseTo(2 * bytes / 1e9, within(1e-6));
        assertThat(run.metric("app:chat", "cost_backhaul_eur"))
                .isEqualTo(run.metric("tier:near-edge", "cost_backhaul_eur"));
        assertThat(run.metric("tier:near-edge", "cost_eur"))
                .isCloseTo(
                        run.metric("tier:near-edge", "cost_energy_eur")
                                + run.metric("tier:near-edge", "cost_hardware_eur")
                                + run.metric("tier:near-edge", "cost_backhaul_eur"),
                        within(1e-12));
    }

    private static EnergySpec withHours() {
        List<Double> hours = new ArrayList<>(Collections.nCopies(24, 1.0));
        hours.set(23, 3.0);
        hours.set(0, 0.5);
        SiteSupply supply = new SiteSupply(hours, List.of(), Optional.empty(), 0);
        return new EnergySpec(
                ENERGY.power(),
                ENERGY.eurPerAcceleratorHour(),
                Map.of(),
                List.of(new SiteTariff("munich", 1.6, 381, 0.236, 1.3, 1, supply)),
                24 - 40 / 3600.0,
                Map.of(),
                Optional.empty());
    }

    @Test
    void aScopeWithASiteOfUnknownTariffIsLeftOut() {
        EnergySpec without = new EnergySpec(
                ENERGY.power(), ENERGY.eurPerAcceleratorHour(), ENERGY.tariffs().subList(0, 2));

        List<Metric> metrics = run(0.5, without).result().metrics();

        assertThat(metrics)
                .filteredOn(metric -> metric.name().equals("energy_kwh"))
                .extracting(Metric::scope)
                .containsExactly("tier:near-edge", "tier:regional", "country:DE", "country:CH", "app:chat");
    }

    @Test
    void allNamesAreThoseOfTheReportInItsOrder() {
        SiteSupply supply = new SiteSupply(List.of(), List.of(), Optional.empty(), 0.02);
        EnergySpec everything = new EnergySpec(
                ENERGY.power(),
                ENERGY.eurPerAcceleratorHour(),
                Map.of(),
                ENERGY.tariffs().stream()
                        .map(tariff -> new SiteTariff(tariff.siteId(), 1.2, 100, 0.1, 1, 1, supply))
                        .toList(),
                0,
                Map.of(),
                Optional.of(new EmbodiedCarbon(Map.of("card", 150.0), 5)));

        assertThat(run(0.5, everything).result().metrics())
                .filteredOn(metric -> metric.scope().equals("all") && EnergyReport.NAMES.contains(metric.name()))
                .extracting(Metric::name)
                .isEqualTo(EnergyReport.NAMES);
    }

    private static SmallWorld.Trajectory run(double requestsPerSecond, EnergySpec energy) {
        return SmallWorld.run(
                new SmallWorld()
                        .requestsPerSecond(requestsPerSecond)
                        .energy(energy)
                        .build(),
                SmallWorld.always(0),
                RunOptions.DEFAULT);
    }
}
