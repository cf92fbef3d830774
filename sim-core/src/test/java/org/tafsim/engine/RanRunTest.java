package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.CardShare;
import org.tafsim.model.EnergySpec;
import org.tafsim.model.HarvestSpec;
import org.tafsim.model.PowerSpec;
import org.tafsim.model.RanInterference;
import org.tafsim.model.RanLoad;
import org.tafsim.model.RanSharing;
import org.tafsim.model.RanSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.SiteTariff;
import org.tafsim.ran.MissModel;
import org.tafsim.serving.StepMode;

/** What RAN on its card does to the replica in Munich: 60 s measured after 10 s, loads that never change unless said. */
class RanRunTest {

    private static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);
    private static final RanInterference NONE = RanInterference.ISOLATED;
    private static final CardShare PART = new CardShare("/part", 0.4, 0.5, 0.5, 1, 0.4, 0.4, "part");

    private static Scenario world(RanSpec ran) {
        return new SmallWorld().build().withRan(List.of(ran));
    }

    private static Trajectory run(RanSpec ran) {
        return SmallWorld.run(world(ran), SmallWorld.always(0), AUDITED);
    }

    private static RanSpec ran(RanSharing sharing, double load) {
        return RanWorld.ran(sharing, RanWorld.constant(load), 4, RanWorld.fixed(0.5));
    }

    private static EnergySpec energy() {
        return new EnergySpec(
                new PowerSpec(0.1, 0.5, 1),
                Map.of("card", 1.0),
                List.of(
                        new SiteTariff("munich", 1, 300, 0.2, 1, 1),
                        new SiteTariff("zurich", 1, 300, 0.2, 1, 1),
                        new SiteTariff("virginia", 1, 300, 0.2, 1, 1)));
    }

    @Test
    void aFixedSliceIsTheInstanceThatAScenarioCouldHaveStated() {
        RanSharing sharing = new RanSharing.FixedSlice(new RanSharing.Slice(0.5, Optional.of(PART)));
        Scenario stated = new SmallWorld().partInMunich(PART).build();

        Trajectory shared = run(ran(sharing, 0.3));

        assertThat(shared.requests())
                .isEqualTo(SmallWorld.run(stated, SmallWorld.always(0), AUDITED).requests());
        assertThat(shared.metric("all", "harvested_gpu_h")).isCloseTo(0.4 * 60 / 3600, within(1e-12));
        assertThat(shared.metric("all", "ran_share_mean")).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void onADedicatedCardNothingIsLeftForAi() {
        Trajectory shared = run(ran(new RanSharing.Dedicated(), 0.3));

        assertThat(shared.metric("tier:near-edge", "utilization")).isZero();
        assertThat(shared.metric("all", "harvested_gpu_h")).isZero();
        assertThat(shared.metric("all", "completed")).isEqualTo(shared.metric("all", "requests"));
    }

    /** The floor of the policy, 0.5, is more than the load needs, and decides. A lone request takes 1 / 0.5 of the time. */
    @Test
    void inTurnsAnIterationTakesAsMuchLongerAsTheShareIsSmaller() {
        SmallWorld quiet = new SmallWorld().requestsPerSecond(0.2).prompts(200).answers(50);
        RanSpec ran = ran(new RanSharing.TimeSliced(NONE), 0.1);

        Trajectory shared = SmallWorld.run(quiet.build().withRan(List.of(ran)), SmallWorld.always(0), AUDITED);
        Trajectory alone = SmallWorld.run(quiet.build(), SmallWorld.always(0), AUDITED);

        assertThat(shared.metric("all", "compute_mean"))
                .isCloseTo(2 * alone.metric("all", "compute_mean"), within(0.02 * alone.metric("all", "compute_mean")));
        assertThat(shared.metric("all", "ai_share_mean")).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void slotsMissAsTheModelSays() {
        RanSpec ran = RanWorld.ran(new RanSharing.FixedSlice(0.2, 0.7), RanWorld.constant(0.5), 5, RanWorld.nothing());

        Trajectory shared = run(ran);

        double expected = new MissModel(ran).missProbability(0.2, 0.5, 0);
        assertThat(expected).isGreaterThan(0.01);
        assertThat(shared.metric("all", "l1_misses_per_million")).isCloseTo(1e6 * expected, within(1e-3 * expected));
        assertThat(shared.metric("all", "l1_over_target")).isEqualTo(1);
        assertThat(shared.metric("all", "ran_use_mean")).isCloseTo(new MissModel(ran).meanUse(0.5), within(1e-12));
    }

    /** From second 30 on the cells need the larger slice: AI loses its cache, waits two seconds for its smaller part, and all are served. */
    @Test
    void aCutCostsTheKvCacheAndNoRequest() {
        RanLoad load = new RanLoad.Trace(List.of(0L, 30 * RanWorld.SECOND), List.of(0.05, 0.9));
        RanSharing slices = new RanSharing.DynamicSlice(
                List.of(new RanSharing.Slice(0.3, 0.7), new RanSharing.Slice(0.6, 0.4)),
                RanWorld.SECOND,
                2 * RanWorld.SECOND);
        RanSpec ran = RanWorld.ran(slices, load, 6, RanWorld.nothing());
        Scenario scenario = new SmallWorld().requestsPerSecond(2).build().withRan(List.of(ran));

        Trajectory shared = SmallWorld.run(scenario, SmallWorld.always(0), AUDITED);

        assertThat(shared.metric("all", "ran_preempted")).isPositive();
        assertThat(shared.metric("all", "ran_takes")).isEqualTo(1);
        assertThat(shared.metric("tier:near-edge", "preemptions")).isEqualTo(shared.metric("all", "ran_preempted"));
        assertThat(shared.metric("all", "completed")).isEqualTo(shared.metric("all", "requests"));
        // from 10 s on 0.7, from 31 s on nothing, from 33 s on 0.4
        assertThat(shared.metric("all", "harvested_gpu_h")).isCloseTo((21 * 0.7 + 37 * 0.4) / 3600, within(1e-9));
    }

    /** RAN needs both cards from second 30 on, and takes the one that AI has: what ran there is placed anew. */
    @Test
    void whatRunsOnACardThatRanTakesGoesElsewhere() {
        RanLoad load = new RanLoad.Trace(List.of(0L, 30 * RanWorld.SECOND), List.of(0.05, 0.9));
        RanSpec ran = RanWorld.ran(new RanSharing.Pooled(2, 0.9, 0, RanWorld.SECOND), load, 30, RanWorld.nothing());

        Trajectory shared = run(ran);

        assertThat(shared.metric("all", "ran_preempted")).isPositive();
        assertThat(shared.metric("all", "completed")).isEqualTo(shared.metric("all", "requests"));
        assertThat(shared.requests())
                .filteredOn(request -> request.arrivalNanos() > 32 * RanWorld.SECOND)
                .noneMatch(request -> request.replica().equals("replica-munich"));
        // one of two cards until 31 s
        assertThat(shared.metric("all", "harvested_gpu_h")).isCloseTo(21.0 / 3600, within(1e-9));
    }

    /** A card of 72 W idles at a tenth and works at half of that. RAN has it for as long as layer 1 is busy, AI for its share of the time. */
    @Test
    void theEnergyOfACardIsThatOfRanOfAiAndOfIdleTime() {
        Scenario scenario =
                new SmallWorld().energy(energy()).build().withRan(List.of(ran(new RanSharing.TimeSliced(NONE), 0.1)));

        Trajectory shared = SmallWorld.run(scenario, SmallWorld.always(0), AUDITED);

        double cardHours = 60.0 / 3600;
        double ran = shared.metric("all", "ran_use_mean") * cardHours;
        double ai = shared.metric("all", "harvested_busy_gpu_h");
        double board = 72;
        assertThat(shared.metric("tier:near-edge", "ran_energy_kwh")).isCloseTo(ran * 0.5 * board / 1000, within(1e-9));
        assertThat(shared.metric("tier:near-edge", "energy_busy_kwh")).isCloseTo(ai * 0.5 * board / 1000, within(1e-9));
        assertThat(shared.metric("tier:near-edge", "energy_kwh"))
                .isCloseTo(((ran + ai) * 0.5 + (cardHours - ran - ai) * 0.1) * board / 1000, within(1e-9));
    }

    @Test
    void aHarvestPolicyThatNobodyKnowsIsRefused() {
        RanSpec ran = RanWorld.ran(
                new RanSharing.Dedicated(),
                RanWorld.constant(0.1),
                1,
                new HarvestSpec("unheard-of", Map.of(), RanWorld.SECOND));

        assertThatThrownBy(() -> run(ran))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'unheard-of', which is none of [nothing, fixed, wild]");
    }

    @Test
    void aPolicyThatAsksForMoreThanTheCardEndsTheRun() {
        RanSpec ran = RanWorld.ran(new RanSharing.TimeSliced(NONE), RanWorld.constant(0.1), 1, RanWorld.fixed(1.5));

        assertThatThrownBy(() -> run(ran))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("gives RAN 1.5, which is no share in [0, 1]");
    }
}
