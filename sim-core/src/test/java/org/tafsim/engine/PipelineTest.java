package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.App;
import org.tafsim.model.BatchLatency;
import org.tafsim.model.BatchModel;
import org.tafsim.model.BatchReplicaSpec;
import org.tafsim.model.CutOff;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.Pipeline;
import org.tafsim.model.Rule;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.ServiceRole;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.serving.StepMode;

/**
 * Speech becomes text, text an answer, the answer speech: all three at each of the three sites. Recognition takes 100 ms, speaking 20
 * ms.
 */
class PipelineTest {
    private static final long MILLI = 1_000_000L;
    private static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);

    /** A small world whose app, "chat", is a voice agent. */
    static Scenario voices(SmallWorld world, OptionalInt handsOver) {
        Scenario plain = world.build();
        List<ServedReplica> replicas = new ArrayList<>(plain.replicas());
        for (ServedReplica llm : plain.replicas()) {
            replicas.add(batch("asr", BatchModel.Task.SPEECH_TO_TEXT, 0.100, llm));
            replicas.add(batch("tts", BatchModel.Task.TEXT_TO_SPEECH, 0.020, llm));
        }
        Pipeline.Step answer = new Pipeline.Step(
                new Pipeline.Stage("answer", handsOver, OptionalLong.of(400 * MILLI)),
                "tiny",
                Optional.of(new LengthSpec.Fixed(200)),
                new LengthSpec.Fixed(40),
                4);
        Pipeline.Step speak = new Pipeline.Step(
                new Pipeline.Stage("speak", OptionalInt.empty(), OptionalLong.of(30 * MILLI)),
                "speaker",
                Optional.empty(),
                new LengthSpec.Fixed(1),
                4);
        Pipeline pipeline = new Pipeline(
                new Pipeline.Stage("listen", OptionalInt.empty(), OptionalLong.empty()), List.of(answer, speak));
        App chat = plain.apps().get(0);
        App voice = new App(
                chat.id(),
                "listener",
                chat.dataClass(),
                chat.sector(),
                chat.arrivals(),
                chat.profile(),
                new LengthSpec.Fixed(4),
                new LengthSpec.Fixed(1),
                chat.payload(),
                chat.slo(),
                chat.populationIds(),
                chat.terms(),
                chat.requestTerms(),
                pipeline);
        return new Scenario(
                plain.name(),
                plain.description(),
                plain.run(),
                plain.operators(),
                plain.services(),
                plain.sites(),
                plain.upfs(),
                plain.accesses(),
                plain.populations(),
                replicas,
                List.of(voice),
                plain.transport(),
                plain.sovereignty(),
                plain.energy(),
                plain.policies());
    }

    private static BatchReplicaSpec batch(String kind, BatchModel.Task task, double seconds, ServedReplica beside) {
        AcceleratorProfile card = beside.accelerator();
        String model = kind.equals("asr") ? "listener" : "speaker";
        return new BatchReplicaSpec(
                kind + "-" + beside.siteId(),
                beside.siteId(),
                new BatchModel(
                        model,
                        "FR",
                        task,
                        "units",
                        1_000_000L,
                        new BatchModel.ItemSize(30, true, 0),
                        Map.of(card.id(), new BatchLatency(List.of(1, 8), List.of(seconds, seconds))),
                        "made up"),
                card,
                8,
                0);
    }

    private static SmallWorld quiet() {
        return new SmallWorld().requestsPerSecond(0.2).seconds(300);
    }

    @Test
    void aRequestIsServedByAllStagesInTurn() {
        Trajectory run = SmallWorld.run(voices(quiet(), OptionalInt.empty()), SmallWorld.always(0), AUDITED);

        assertThat(run.measured()).isNotEmpty().allSatisfy(request -> {
            assertThat(request.outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(request.replica()).isEqualTo("tts-munich");
        });
        assertThat(run.metric("app:chat/listen", "stage_p50")).isGreaterThan(100);
        assertThat(run.metric("app:chat/speak", "stage_mean")).isCloseTo(20, within(1.0));
        assertThat(run.metric("app:chat/speak", "stage_within_budget")).isGreaterThan(0.95);
        assertThat(run.metric("app:chat", "output_tokens"))
                .isEqualTo(40.0 * run.measured().size());
        double stages = run.metric("app:chat/listen", "stage_mean")
                + run.metric("app:chat/answer", "stage_mean")
                + run.metric("app:chat/speak", "stage_mean");
        assertThat(run.metric("all", "e2e_mean")).isGreaterThan(stages).isLessThan(stages + 20);
    }

    /** Time on the way, in line and in batches add up, and the last is the sum of all stages. */
    @Test
    void thePartsOfItsTimeAddUp() {
        Trajectory run = SmallWorld.run(voices(quiet(), OptionalInt.of(10)), SmallWorld.always(0), AUDITED);

        double sum =
                run.metric("all", "network_mean") + run.metric("all", "queue_mean") + run.metric("all", "compute_mean");
        assertThat(sum).isCloseTo(run.metric("all", "e2e_mean"), within(1e-6));
        assertThat(run.metric("all", "compute_mean")).isGreaterThan(120);
    }

    /** The first ten of forty tokens are spoken while the others are still to come. */
    @Test
    void whatIsHandedOverEarlyIsHeardEarlier() {
        Trajectory whole = SmallWorld.run(voices(quiet(), OptionalInt.empty()), SmallWorld.always(0), AUDITED);
        Trajectory ahead = SmallWorld.run(voices(quiet(), OptionalInt.of(10)), SmallWorld.always(0), AUDITED);

        double saved = whole.metric("all", "ttft_mean") - ahead.metric("all", "ttft_mean");
        double perToken =
                (whole.metric("app:chat/answer", "stage_mean") - ahead.metric("app:chat/answer", "stage_mean")) / 30;
        assertThat(saved).isCloseTo(30 * perToken, within(0.1 * saved));
        assertThat(ahead.metric("all", "e2e_mean")).isCloseTo(whole.metric("all", "e2e_mean"), within(5.0));
        assertThat(ahead.requests()).hasSameSizeAs(whole.requests());
        assertThat(ahead.requests())
                .allSatisfy(request -> assertThat(request.firstTokenNanos()).isLessThan(request.endNanos()));
    }

    @ParameterizedTest
    @EnumSource(KernelKind.class)
    void itIsTheSameStepByStepAndOnAnyKernel(KernelKind kernel) {
        Scenario busy = voices(new SmallWorld().requestsPerSecond(12).kvBlocks(400), OptionalInt.of(7));

        Trajectory closed = SmallWorld.run(busy, SmallWorld.inTurn(), AUDITED);
        Trajectory steps =
                SmallWorld.run(busy, SmallWorld.inTurn(), new RunOptions(kernel, StepMode.EXACT_STEPS, true));

        assertThat(steps.requests()).isEqualTo(closed.requests());
        assertThat(steps.result().metrics()).isEqualTo(closed.result().metrics());
    }

    /** Requests that are cut short in any state: whatever of them is under way ends, and they are counted once. */
    @ParameterizedTest
    @ValueSource(longs = {30, 120, 150, 250, 400, 700, 1500})
    void clientsCanGiveUpAtAnyStage(long timeoutMillis) {
        SmallWorld world = new SmallWorld().requestsPerSecond(12).kvBlocks(400).timeoutNanos(timeoutMillis * MILLI);
        Scenario busy = voices(world, OptionalInt.of(7));

        Trajectory run = SmallWorld.run(busy, SmallWorld.inTurn(), AUDITED);

        assertThat(run.metric("all", "expired") + run.metric("all", "completed"))
                .isEqualTo(run.metric("all", "requests"));
        assertThat(run.measured())
                .allSatisfy(request -> assertThat(request.endNanos() - request.arrivalNanos())
                        .isLessThanOrEqualTo(timeoutMillis * MILLI));
        Trajectory steps =
                SmallWorld.run(busy, SmallWorld.inTurn(), new RunOptions(KernelKind.HEAP, StepMode.EXACT_STEPS, true));
        assertThat(steps.requests()).isEqualTo(run.requests());
    }

    /** Stages ask for places one by one, each with the sites that are lawful. */
    @Test
    void everyStageIsPlacedByTheLaw() {
        Scenario strict = voices(quiet().ruleMode(Rule.Mode.ENFORCE), OptionalInt.of(10));

        Trajectory run = SmallWorld.run(strict, SmallWorld.inTurn(), AUDITED);

        assertThat(run.metric("all", "violations")).isZero();
        assertThat(run.metric("tier:cloud", "utilization")).isZero();
        assertThat(run.metric("tier:regional", "utilization")).isPositive();
    }

    /** What the stages hand on crosses the network between the sites: 8,000 km to Virginia take 80 ms and more. */
    @Test
    void stagesAtDifferentSitesWaitForTheNetworkBetweenThem() {
        RoutingPolicyType answerFarAway = SmallWorld.policy(
                (request, candidates) -> candidates.replica(0).model().id().equals("tiny") ? 2 : 0);

        Trajectory near = SmallWorld.run(voices(quiet(), OptionalInt.empty()), SmallWorld.always(0), AUDITED);
        Trajectory far = SmallWorld.run(voices(quiet(), OptionalInt.empty()), answerFarAway, AUDITED);

        double oneWayMillis =
                far.metric("app:chat/answer", "stage_mean") - near.metric("app:chat/answer", "stage_mean");
        assertThat(oneWayMillis).isBetween(60.0, 100.0);
        assertThat(far.metric("all", "e2e_mean") - near.metric("all", "e2e_mean"))
                .isCloseTo(2 * oneWayMillis, within(2.0));
    }

    /** Zurich and Virginia stay; Munich stops in the middle of the run, and what it was doing goes on elsewhere, or is lost. */
    @Test
    void whatASiteLosesIsPlacedAnew() {
        SmallWorld world = new SmallWorld()
                .requestsPerSecond(8)
                .munichUses(ServiceRole.KEYS, "cloud", 0)
                .law(PipelineTest::cutTheKeys);

        Trajectory run = SmallWorld.run(voices(world, OptionalInt.of(7)), SmallWorld.inTurn(), AUDITED);

        assertThat(run.metric("all", "completed") + run.metric("all", "lost")).isEqualTo(run.metric("all", "requests"));
        assertThat(run.metric("all", "completed")).isGreaterThan(0.95 * run.metric("all", "requests"));
    }

    private static SovereigntySpec cutTheKeys(SovereigntySpec law) {
        CutOff cut = new CutOff(
                40_000 * MILLI, OptionalLong.empty(), CutOff.Target.OPERATOR, "cloud", CutOff.USUAL_RESTART_NANOS);
        return new SovereigntySpec(law.regimes(), law.rules(), law.reach(), law.changes(), List.of(cut), law.remedy());
    }
}
