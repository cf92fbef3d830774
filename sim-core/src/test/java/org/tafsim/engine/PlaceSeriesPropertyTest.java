package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.engine.RandomRun.Turmoil;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.RunIntervals;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.Site;
import org.tafsim.model.Stage;
import org.tafsim.serving.StepMode;
import org.tafsim.sovereignty.CountryFlow;
import org.tafsim.testing.SeedSource;

/** What places went through over time is what the run says of them in all, in random worlds whose law changes. */
class PlaceSeriesPropertyTest {

    private static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);
    private static final long MILLI = 1_000_000L;

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 15)
    void sitesAddUpToTheirTiersAtAnyTime(long seed) {
        Scenario scenario = scenario(seed);
        RunResult run = SmallWorld.run(scenario, SmallWorld.inTurn(), AUDITED).result();

        List<Long> ends = run.places().endsNanos();
        assertThat(run.places().sites())
                .extracting(SiteSeries::site)
                .containsExactlyElementsOf(scenario.sites().stream()
                        .map(Site::id)
                        .filter(site -> accelerators(scenario, site) > 0)
                        .toList());
        long begin = 0;
        for (int i = 0; i < ends.size(); i++) {
            Map<String, double[]> sums = new TreeMap<>(); // accelerators, those times utilization, requests in flight
            for (SiteSeries site : run.places().sites()) {
                double[] sum = sums.computeIfAbsent(tierOf(scenario, site.site()), tier -> new double[3]);
                double cards = accelerators(scenario, site.site());
                sum[0] += cards;
                sum[1] += cards * site.utilization(i);
                sum[2] += site.inFlight(i);
                assertThat(site.waiting(i)).isBetween(0, site.inFlight(i));
            }
            for (Map.Entry<String, double[]> tier : sums.entrySet()) {
                double[] sum = tier.getValue();
                double utilization = mean(run, tier.getKey(), "utilization_fraction", begin, ends.get(i));
                assertThat(sum[1] / sum[0]).isCloseTo(utilization, within(1e-9));
                assertThat(sum[2]).isEqualTo(at(run, tier.getKey(), "in_flight", ends.get(i)));
            }
            begin = ends.get(i);
        }
        assertThat(begin).isEqualTo(scenario.run().horizonNanos());
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 25)
    void violationsAndFlowsOfTheMeasuredTimeAreThoseOfTheRun(long seed) {
        Scenario scenario = scenario(seed);
        Trajectory run = SmallWorld.run(scenario, SmallWorld.inTurn(), AUDITED);

        PlaceSeries places = run.result().places();
        int first = RunIntervals.of(scenario.run()).at(scenario.run().warmupNanos());
        int count = places.endsNanos().size();
        assertThat(places.sites().stream()
                        .mapToInt(site -> IntStream.range(first, count)
                                .map(site::violations)
                                .sum())
                        .sum())
                .isEqualTo((int) run.metric("all", "violations"));
        Map<String, Double> flows = new TreeMap<>();
        for (CountryFlow flow : places.flows()) {
            assertThat(IntStream.range(0, first).mapToLong(flow::bytes).sum()).isZero();
            flows.put("%s to %s, %s".formatted(flow.fromCountry(), flow.toCountry(), flow.isOutside()), (double)
                    IntStream.range(first, count).mapToLong(flow::bytes).sum());
        }
        assertThat(flows).isEqualTo(transit(run.result()));
    }

    @Test
    void intervalsAreFewAndOneEndsWithTheWarmUp() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 2000; i++) {
            long warmup = random.nextInt(3) == 0 ? 0 : random.nextLong(100_000);
            RunSpec spec = new RunSpec(
                    1,
                    1,
                    warmup,
                    1 + random.nextLong(random.nextBoolean() ? 500 : 900_000),
                    0,
                    1 + random.nextInt(999),
                    0);
            RunIntervals intervals = RunIntervals.of(spec);

            assertThat(intervals.count()).isBetween(1, RunIntervals.MOST);
            assertThat(intervals.lengthNanos() % spec.seriesNanos()).isZero();
            assertThat(intervals.endNanos(intervals.count() - 1)).isEqualTo(spec.horizonNanos());
            assertThat(intervals.beginNanos(intervals.at(warmup))).isEqualTo(warmup);
            for (int each = 0; each < intervals.count(); each++) {
                assertThat(intervals.endNanos(each) - intervals.beginNanos(each))
                        .isBetween(1L, intervals.lengthNanos());
                assertThat(intervals.at(intervals.beginNanos(each))).isEqualTo(each);
                assertThat(intervals.at(intervals.endNanos(each) - 1)).isEqualTo(each);
            }
            assertThat(intervals.at(Long.MAX_VALUE / 2)).isEqualTo(intervals.count() - 1);
        }
    }

    @Test
    void withoutARequestAllIsNothing() {
        Trajectory run = SmallWorld.run(new SmallWorld().requestsPerSecond(1e-9).build(), SmallWorld.inTurn(), AUDITED);

        PlaceSeries places = run.result().places();
        assertThat(places.flows()).isEmpty();
        assertThat(places.sites()).extracting(SiteSeries::site).containsExactly("munich", "zurich", "virginia");
        assertThat(places.endsNanos()).hasSize(14); // 70 s by 5 s
        assertThat(places.sites()).allSatisfy(site -> {
            assertThat(site.utilization(13)).isZero();
            assertThat(site.inFlight(13) + site.violations(13)).isZero();
        });
    }

    /** 0.1 s by 0.1 s it would be 243 samples: an interval has three. */
    private static Scenario scenario(long seed) {
        RunSpec run = new RunSpec(seed, 1, 4300 * MILLI, 20_000 * MILLI, 600_000 * MILLI, 100 * MILLI, 0);
        return new RandomRun(seed, Turmoil.CHANGES_AND_CUT_OFFS).scenario().with(run);
    }

    private static Map<String, Double> transit(RunResult run) {
        Map<String, Double> flows = new TreeMap<>();
        run.flows().stream()
                .filter(flow -> flow.stage() == Stage.S3_TRANSIT)
                .forEach(flow -> flows.put(
                        "%s to %s, %s".formatted(flow.fromCountry(), flow.toCountry(), flow.isOutside()),
                        flow.bytes()));
        return flows;
    }

    private static double at(RunResult run, String tier, String metric, long nanos) {
        return mean(run, tier, metric, nanos - 1, nanos);
    }

    /** Over the samples after one instant and up to another, by the time between them. */
    private static double mean(RunResult run, String tier, String metric, long from, long to) {
        double sum = 0;
        long before = from;
        for (SeriesSample sample : run.series()) {
            if (sample.entity().equals(tier)
                    && sample.metric().equals(metric)
                    && sample.atNanos() > from
                    && sample.atNanos() <= to) {
                sum += sample.value() * (sample.atNanos() - before);
                before = sample.atNanos();
            }
        }
        assertThat(before).isEqualTo(to);
        return sum / (to - from);
    }

    private static String tierOf(Scenario scenario, String siteId) {
        return scenario.sites().stream()
                .filter(site -> site.id().equals(siteId))
                .map(site -> "tier:" + site.tier().word())
                .findFirst()
                .orElseThrow();
    }

    private static double accelerators(Scenario scenario, String siteId) {
        return scenario.replicas().stream()
                .filter(replica -> replica.siteId().equals(siteId))
                .mapToInt(ServedReplica::accelerators)
                .sum();
    }
}
