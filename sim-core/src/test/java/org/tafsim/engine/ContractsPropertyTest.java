package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafsim.engine.Agreements.SECOND;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.Contract;
import org.tafsim.model.ContractCapacity;
import org.tafsim.model.ContractPrice;
import org.tafsim.model.DurationSpec;
import org.tafsim.model.FaultKind;
import org.tafsim.model.FaultScope;
import org.tafsim.model.FaultSpec;
import org.tafsim.model.FaultsSpec;
import org.tafsim.model.FederationSpec;
import org.tafsim.model.OnInfeasible;
import org.tafsim.model.RetrySpec;
import org.tafsim.model.Rule;
import org.tafsim.model.Scenario;
import org.tafsim.serving.StepMode;
import org.tafsim.testing.SeedSource;

/** Laws of contracts, in random worlds with faults and pipelines; runs are audited, so INV-1 and INV-C1 are checked in all of them. */
@Tag("long")
class ContractsPropertyTest {

    private static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);
    private static final RunOptions STEP_BY_STEP = new RunOptions(KernelKind.HEAP, StepMode.EXACT_STEPS, true);

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 30)
    void stepByStepAndOnAnyKernelItIsTheSame(long seed) {
        Trajectory quick = SmallWorld.run(anything(seed), SmallWorld.inTurn(), AUDITED);
        Trajectory slow = SmallWorld.run(anything(seed), SmallWorld.inTurn(), STEP_BY_STEP);

        quick.requireSame(slow);
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 60)
    void nobodyIsAtAPartnersWithoutAContractAndEverybodyEndsOnce(long seed) {
        Scenario scenario = anything(seed);

        Trajectory run = SmallWorld.run(scenario, SmallWorld.inTurn(), AUDITED);

        double ended = Stream.of(Outcome.values())
                .filter(outcome -> outcome != Outcome.EXPIRED)
                .mapToDouble(outcome -> run.metric("all", outcome.word()))
                .sum();
        assertThat(ended).isEqualTo(run.metric("all", "requests"));
        for (RequestRecord request : run.requests()) {
            if (!request.replica().isEmpty()) {
                assertThat(isAllowed(scenario, request)).as("%s", request).isTrue();
            }
        }
    }

    /** Of contracts with one site each and no other reason for it to be used, by the times of requests alone. */
    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 40)
    void noContractIsOverdrawnAtAnyInstant(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ContractCapacity capacity = capacity(random);
        Scenario scenario = world(random)
                .build()
                .withFederation(Agreements.federation(Agreements.with("cloud", capacity, ContractPrice.FREE)));

        Trajectory run = SmallWorld.run(scenario, SmallWorld.always(0), AUDITED);
        Trajectory there =
                SmallWorld.run(scenario, SmallWorld.policy((request, candidates) -> candidates.size() - 1), AUDITED);

        assertThat(run.metric("all", "contract_requests")).isZero();
        List<RequestRecord> placed = there.requests().stream()
                .filter(request -> request.replica().equals("replica-virginia"))
                .toList();
        assertThat(placed).isNotEmpty();
        for (RequestRecord request : placed) {
            long at = request.arrivalNanos();
            long atOnce = placed.stream()
                    .filter(other -> other.arrivalNanos() <= at && other.endNanos() > at)
                    .count();
            long inWindow = placed.stream()
                    .filter(other -> other.arrivalNanos() <= at && other.arrivalNanos() > at - capacity.windowNanos())
                    .count();
            assertThat(atOnce).isLessThanOrEqualTo(capacity.concurrent().orElse(Integer.MAX_VALUE));
            assertThat(inWindow).isLessThanOrEqualTo(capacity.perWindow());
        }
    }

    private static boolean isAllowed(Scenario scenario, RequestRecord request) {
        String site = request.replica().substring(request.replica().indexOf('-') + 1);
        FederationSpec federation = scenario.federation().orElseThrow();
        String home = federation.homes().getOrDefault("chat", "telco");
        return scenario.sites().stream()
                .filter(one -> one.id().equals(site))
                .anyMatch(one -> one.operatorId().equals(home)
                        || federation.contracts().stream().anyMatch(contract -> contract.opens(one)));
    }

    static Scenario anything(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SmallWorld world = world(random);
        if (random.nextBoolean()) {
            world.terms(Agreements.otherwise(
                    random.nextBoolean() ? new OnInfeasible.Queue(3 * SECOND) : new OnInfeasible.Escalate()));
        }
        if (random.nextInt(3) > 0) {
            world.retries(new RetrySpec(0.5, random.nextInt(3), SECOND / 10, 3 * SECOND, 10));
        }
        world.ruleMode(random.nextBoolean() ? Rule.Mode.ENFORCE : Rule.Mode.AUDIT);
        Scenario scenario = random.nextBoolean()
                ? PipelineTest.voices(world, random.nextBoolean() ? OptionalInt.of(7) : OptionalInt.empty())
                : world.build();
        String home = random.nextBoolean() ? "cloud" : "telco";
        List<Contract> contracts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            long from = random.nextBoolean() ? 0 : random.nextInt(20) * SECOND;
            contracts.add(Agreements.at(
                    "contract" + i,
                    home.equals("cloud") ? "telco" : "cloud",
                    random.nextBoolean() ? FaultScope.ALL : FaultScope.of("munich", "virginia"),
                    capacity(random),
                    new ContractPrice(random.nextDouble(), random.nextDouble()),
                    from,
                    random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(from + 15 * SECOND)));
        }
        return scenario.withFaults(faults(random)).withFederation(new FederationSpec(Map.of("chat", home), contracts));
    }

    private static FaultsSpec faults(SplittableRandom random) {
        List<FaultSpec> faults = random.nextInt(3) == 0
                ? List.of()
                : List.of(new FaultSpec(
                        "site",
                        FaultKind.SITE,
                        FaultScope.ALL,
                        new DurationSpec.Exponential(12 * SECOND),
                        new DurationSpec.Exponential(4 * SECOND),
                        OptionalDouble.empty(),
                        0));
        return new FaultsSpec(8, faults, List.of(), List.of());
    }

    private static SmallWorld world(SplittableRandom random) {
        return new SmallWorld()
                .americanCloud()
                .seed(random.nextLong())
                .seconds(30)
                .requestsPerSecond(2 + 8 * random.nextDouble());
    }

    private static ContractCapacity capacity(SplittableRandom random) {
        boolean isCounted = random.nextBoolean();
        boolean isRated = !isCounted || random.nextBoolean();
        return new ContractCapacity(
                isCounted ? OptionalInt.of(1 + random.nextInt(8)) : OptionalInt.empty(),
                isRated ? OptionalDouble.of(1 + 4 * random.nextDouble()) : OptionalDouble.empty(),
                (1 + random.nextInt(5)) * SECOND + random.nextInt(1000));
    }
}
