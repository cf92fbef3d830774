package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.Condition;
import org.tafsim.model.DurationSpec;
import org.tafsim.model.Fact;
import org.tafsim.model.FaultKind;
import org.tafsim.model.FaultScope;
import org.tafsim.model.FaultSpec;
import org.tafsim.model.FaultsSpec;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.Rule;
import org.tafsim.model.Scenario;
import org.tafsim.model.ScriptedFault;
import org.tafsim.model.Stage;
import org.tafsim.model.TransportSpec.Graph;
import org.tafsim.model.TransportSpec.Graph.Node;
import org.tafsim.model.TransportSpec.Graph.TransportLink;
import org.tafsim.serving.StepMode;
import org.tafsim.testing.SeedSource;

/** Munich is joined to Zurich straight and over Milan, to Virginia over Paris alone. */
class TransportFaultsTest {

    private static final long SECOND = 1_000_000_000L;
    private static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);
    private static final RunOptions STEP_BY_STEP = new RunOptions(KernelKind.HEAP, StepMode.EXACT_STEPS, true);
    private static final Graph GRAPH = new Graph(
            List.of(
                    new Node("muc", "DE", new GeoPoint(48.14, 11.58)),
                    new Node("zrh", "CH", new GeoPoint(47.37, 8.54)),
                    new Node("mil", "IT", new GeoPoint(45.46, 9.19)),
                    new Node("par", "FR", new GeoPoint(48.86, 2.35)),
                    new Node("iad", "US", new GeoPoint(38.9, -77.5))),
            List.of(link("muc", "zrh"), link("muc", "mil"), link("mil", "zrh"), link("muc", "par"), link("par", "iad")),
            1.5,
            4.9,
            0);

    private static TransportLink link(String from, String to) {
        return new TransportLink(from, to, 1e10, "telco");
    }

    private static SmallWorld world() {
        return new SmallWorld().transport(GRAPH);
    }

    private static FaultsSpec faults(ScriptedFault... scripted) {
        return new FaultsSpec(8, List.of(), List.of(scripted), List.of());
    }

    private static ScriptedFault cut(String id, long atSeconds, long lastsSeconds, String... links) {
        return new ScriptedFault(
                id,
                FaultKind.TRANSPORT_LINK,
                FaultScope.ofLinks(links),
                atSeconds * SECOND,
                OptionalLong.of(lastsSeconds * SECOND),
                0);
    }

    private static Trajectory run(Scenario scenario, FaultsSpec faults, int candidate) {
        return SmallWorld.run(scenario.withFaults(faults), SmallWorld.always(candidate), AUDITED);
    }

    private static boolean isWithin(long nanos, long from, long to) {
        return nanos >= from * SECOND && nanos < to * SECOND;
    }

    @Test
    void aLinkThatIsDownIsGoneAroundAndNobodyIsSentAway() {
        Trajectory run = run(world().build(), faults(cut("it", 20, 10, "muc-zrh")), 1);

        assertThat(run.measured()).allMatch(request -> request.replica().equals("replica-zurich"));
        assertThat(run.metric("all", "availability")).isEqualTo(1);
        assertThat(run.metric("link:muc-zrh", "availability")).isEqualTo(1 - 10.0 / 60);
        assertThat(run.metric("link:muc-mil", "availability")).isEqualTo(1);
        assertThat(run.metric("all", "links_down_mean")).isCloseTo(10.0 / 60, within(1e-12));
        assertThat(run.metric("all", "detours")).isPositive();
        assertThat(run.metric("all", "lost_transfers")).isZero();
        assertThat(run.metric("fault:it", "mttr")).isEqualTo(10.0 / 3600);
    }

    @Test
    void whereNoWayIsLeftASiteIsNoCandidate() {
        int[] fewest = {3};
        Scenario scenario = world().build().withFaults(faults(cut("it", 20, 10, "par-iad")));

        Trajectory run = SmallWorld.run(
                scenario,
                SmallWorld.policy((request, candidates) -> {
                    fewest[0] = Math.min(fewest[0], candidates.size());
                    return candidates.size() - 1;
                }),
                AUDITED);

        assertThat(fewest[0]).isEqualTo(2);
        assertThat(run.requests())
                .filteredOn(request -> isWithin(request.arrivalNanos(), 20, 30))
                .isNotEmpty()
                .allMatch(request -> request.replica().equals("replica-zurich"));
        assertThat(run.requests())
                .filteredOn(request -> isWithin(request.arrivalNanos(), 31, 60))
                .isNotEmpty()
                .allMatch(request -> request.replica().equals("replica-virginia"));
        assertThat(run.metric("all", "availability")).isEqualTo(1);
    }

    @Test
    void answersThatFindNoWayComeWhenTheLinkIsBack() {
        Scenario scenario = world().answers(300).build().withFaults(faults(cut("it", 20, 10, "par-iad")));

        Trajectory run =
                SmallWorld.run(scenario, SmallWorld.policy((request, candidates) -> candidates.size() - 1), AUDITED);

        assertThat(run.metric("all", "stalled_transfers")).isPositive();
        assertThat(run.requests())
                .filteredOn(request -> request.replica().equals("replica-virginia"))
                .noneMatch(request -> isWithin(request.endNanos(), 21, 30));
        assertThat(run.metric("all", "unfinished")).isZero();
    }

    /** Requests may not cross Italy; Zurich is reached over Milan from 20 s to 30 s. */
    @Test
    void theLawLooksAtTheWaysThatThereAre() {
        Scenario scenario = world().ruleMode(Rule.Mode.AUDIT)
                .law(spec -> spec.with(List.of(new Rule(
                        "not-by-italy",
                        "test",
                        Rule.Status.CONTRACT,
                        Rule.Mode.ENFORCE,
                        List.of(Stage.S3_TRANSIT),
                        new Condition.AllOf(List.of()),
                        new Condition.Excludes(Fact.PATH_COUNTRIES, List.of("IT"))))))
                .build();

        Trajectory run = run(scenario, faults(cut("it", 20, 10, "muc-zrh")), 1);

        assertThat(run.requests())
                .filteredOn(request -> isWithin(request.arrivalNanos(), 20, 30))
                .isNotEmpty()
                .allMatch(request -> request.replica().equals("replica-virginia"));
        assertThat(run.requests())
                .filteredOn(request -> isWithin(request.arrivalNanos(), 30, 60))
                .isNotEmpty()
                .allMatch(request -> request.replica().equals("replica-zurich"));
        assertThat(run.metric("all", "overtaken_by_detours")).isPositive();
        assertThat(run.metric("all", "violations")).isZero();
    }

    @Test
    void aDetourThatBreaksARuleInAuditIsCounted() {
        Scenario scenario = world().law(spec -> spec.with(List.of(new Rule(
                        "not-by-italy",
                        "test",
                        Rule.Status.CONTRACT,
                        Rule.Mode.AUDIT,
                        List.of(Stage.S3_TRANSIT),
                        new Condition.AllOf(List.of()),
                        new Condition.Excludes(Fact.PATH_COUNTRIES, List.of("IT"))))))
                .build();

        Trajectory run = run(scenario, faults(cut("it", 20, 10, "muc-zrh")), 1);

        assertThat(run.metric("all", "violations")).isEqualTo((double) run.measured().stream()
                .filter(request -> isWithin(request.arrivalNanos(), 20, 30))
                .count());
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 15)
    void everyRequestEndsOnceAndStepByStepOnAnotherKernelItIsTheSame(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FaultSpec cables = new FaultSpec(
                "cables",
                FaultKind.TRANSPORT_LINK,
                FaultScope.ALL,
                new DurationSpec.Exponential(10 * SECOND),
                new DurationSpec.Exponential((1 + random.nextInt(6)) * SECOND),
                random.nextBoolean() ? OptionalDouble.of(0.5) : OptionalDouble.empty(),
                0);
        FaultSpec sites = new FaultSpec(
                "sites",
                FaultKind.SITE,
                FaultScope.ALL,
                new DurationSpec.Exponential(20 * SECOND),
                new DurationSpec.Exponential(4 * SECOND),
                OptionalDouble.empty(),
                0);
        SmallWorld world = world().seed(seed).seconds(30).requestsPerSecond(6);
        if (random.nextBoolean()) {
            world.timeoutNanos(8 * SECOND);
        }
        Scenario scenario = world.build().withFaults(new FaultsSpec(8, List.of(cables, sites), List.of(), List.of()));

        Trajectory run = SmallWorld.run(scenario, SmallWorld.inTurn(), AUDITED);

        Map<String, Double> outcomes = new TreeMap<>();
        run.result().metrics().stream()
                .filter(metric -> metric.scope().equals("all"))
                .forEach(metric -> outcomes.put(metric.name(), metric.value()));
        double ended = Stream.of(Outcome.values())
                .mapToDouble(outcome -> outcomes.getOrDefault(outcome.word(), 0.0))
                .sum();
        assertThat(ended).isEqualTo(outcomes.get("requests"));
        run.requireSame(SmallWorld.run(scenario, SmallWorld.inTurn(), STEP_BY_STEP));
    }
}
