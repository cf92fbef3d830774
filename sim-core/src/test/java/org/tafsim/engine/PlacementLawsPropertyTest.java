package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.engine.RandomRun.Turmoil;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.OnInfeasible;
import org.tafsim.model.Rule;
import org.tafsim.model.ServiceRole;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.OutcomeView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.serving.StepMode;
import org.tafsim.testing.SeedSource;

/** LAW-5: no policy, however hostile, gets a request to a place that is forbidden to it when it is placed. */
class PlacementLawsPropertyTest {

    private static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 50)
    void whereverAPolicySendsThemRequestsAreAtPlacesThatTheLawOfTheirTimeLeavesOpen(long seed) {
        RandomRun world = new RandomRun(seed, Turmoil.CHANGES);

        Trajectory run = SmallWorld.run(world.scenario(), hostile(seed), AUDITED);

        for (RequestRecord request : run.requests()) {
            boolean waits = world.onInfeasible(request) instanceof OnInfeasible.Queue;
            int first = world.epochOf(request.arrivalNanos());
            int last = waits ? world.epochOf(request.endNanos()) : first;
            assertThat(IntStream.rangeClosed(first, last).anyMatch(epoch -> isAsItShouldBe(world, request, epoch)))
                    .as("%s in epochs %d to %d", request, first, last)
                    .isTrue();
        }
    }

    /** The law in plain words: what a request may become, in one epoch, where nobody is cut off. */
    private static boolean isAsItShouldBe(RandomRun world, RequestRecord request, int epoch) {
        int app = world.app(request);
        int users = world.users(request);
        int site = world.site(request);
        OnInfeasible otherwise = world.onInfeasible(request);
        boolean isExceptional = world.openSites(epoch, app, users, false).isEmpty();
        boolean isRedacted = isExceptional && otherwise instanceof OnInfeasible.Redact;
        List<Integer> open = world.openSites(epoch, app, users, isRedacted);
        if (site < 0) {
            return switch (request.outcome()) {
                case REJECTED_BY_POLICY -> true;
                case REJECTED_NO_LAWFUL_PLACE -> open.isEmpty();
                case UNFINISHED -> open.isEmpty() && otherwise instanceof OnInfeasible.Queue;
                default -> false;
            };
        }
        boolean mayBreak = isExceptional && otherwise instanceof OnInfeasible.Escalate;
        return (mayBreak || open.contains(site))
                && request.brokenRules()
                        == world.law(epoch, app, users, site, isRedacted).brokenRules();
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 50)
    void notEvenWhenItsPlaceIsLostAndItIsPlacedAgain(long seed) {
        RandomRun world = new RandomRun(seed, Turmoil.CHANGES_AND_CUT_OFFS);
        Shutters shutters = new Shutters(world.scenario());

        Trajectory run = SmallWorld.run(world.scenario(), hostile(seed), AUDITED);

        for (RequestRecord request : run.requests()) {
            int site = world.site(request);
            if (site >= 0 && request.outcome() == Outcome.COMPLETED) {
                int first = world.epochOf(request.arrivalNanos());
                int last = world.epochOf(request.reachedReplicaNanos());
                assertThat(IntStream.rangeClosed(first, last).anyMatch(epoch -> mayBeAt(world, request, epoch, site)))
                        .as("%s in epochs %d to %d", request, first, last)
                        .isTrue();
                assertThat(shutters.areOpenWithin(site, request.arrivalNanos(), request.reachedReplicaNanos()))
                        .as("closed all the time for %s", request)
                        .isTrue();
                assertThat(shutters.isRunning(site, request.admittedNanos()))
                        .as("stopped when it admitted %s", request)
                        .isTrue();
            }
        }
    }

    private static boolean mayBeAt(RandomRun world, RequestRecord request, int epoch, int site) {
        int app = world.app(request);
        int users = world.users(request);
        OnInfeasible otherwise = world.onInfeasible(request);
        return otherwise instanceof OnInfeasible.Escalate
                || world.law(epoch, app, users, site, false).isOpen()
                || world.law(epoch, app, users, site, true).isOpen();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, Integer.MAX_VALUE})
    void aChoiceBeyondTheCandidatesIsRefusedByName(int beyond) {
        RoutingPolicyType policy =
                SmallWorld.policy((request, candidates) -> Math.max(beyond, candidates.size() + beyond));

        assertThatThrownBy(() -> SmallWorld.run(
                        new SmallWorld().ruleMode(Rule.Mode.ENFORCE).build(), policy, AUDITED))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining(
                        "Policy fixed chose candidate %d of 2.", beyond == 0 ? 2 : beyond == 2 ? 4 : beyond);
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, Integer.MIN_VALUE})
    void aChoiceBeforeTheCandidatesIsRefusedByName(int choice) {
        assertThatThrownBy(() -> SmallWorld.run(
                        new SmallWorld().ruleMode(Rule.Mode.ENFORCE).build(), SmallWorld.always(choice), AUDITED))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("Policy fixed chose candidate %d of 2.", choice);
    }

    @Test
    void nothingThatAPolicySeesCanBeChanged() {
        List<Object> seen = new ArrayList<>();
        RoutingPolicyType policy = SmallWorld.policy((request, candidates) -> {
            seen.add(request.app());
            seen.add(request.population());
            for (int candidate = 0; candidate < candidates.size(); candidate++) {
                seen.add(candidates.site(candidate));
                seen.add(candidates.replica(candidate));
            }
            return RoutingPolicy.REFUSE;
        });

        SmallWorld.run(new SmallWorld().munichUses(ServiceRole.LICENSE, "cloud").build(), policy, AUDITED);

        assertThat(seen).isNotEmpty();
        seen.stream().distinct().forEach(PlacementLawsPropertyTest::assertUnchangeable);
    }

    private static void assertUnchangeable(Object value) {
        if (value instanceof Collection<?> items) {
            assertThatThrownBy(items::clear).isInstanceOf(UnsupportedOperationException.class);
            items.forEach(PlacementLawsPropertyTest::assertUnchangeable);
        } else if (value instanceof Map<?, ?> map) {
            assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
            map.values().forEach(PlacementLawsPropertyTest::assertUnchangeable);
        } else if (value instanceof Optional<?> maybe) {
            maybe.ifPresent(PlacementLawsPropertyTest::assertUnchangeable);
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                assertUnchangeable(partOf(value, component));
            }
        } else {
            assertThat(value)
                    .isInstanceOfAny(
                            Number.class,
                            Boolean.class,
                            String.class,
                            Enum.class,
                            OptionalInt.class,
                            OptionalLong.class,
                            GeoPoint.class);
        }
    }

    private static Object partOf(Object whole, RecordComponent component) {
        try {
            return component.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component.toString(), e);
        }
    }

    /** Policies that care for nothing, one for each seed in turn. */
    private static RoutingPolicyType hostile(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<RoutingPolicy> policies = List.of(
                (request, candidates) -> random.nextInt(candidates.size()),
                (request, candidates) -> candidates.size() - 1,
                (request, candidates) -> random.nextInt(candidates.size() + 1) - 1, // or refuse
                PlacementLawsPropertyTest::worst,
                new Forgetful());
        return SmallWorld.policy(policies.get((int) (seed % policies.size())));
    }

    /** The candidate that breaks most. */
    private static int worst(RequestView request, CandidatesView candidates) {
        int worst = 0;
        for (int candidate = 1; candidate < candidates.size(); candidate++) {
            worst = candidates.brokenRules(candidate) > candidates.brokenRules(worst) ? candidate : worst;
        }
        return worst;
    }

    /** Takes a replica's number for a candidate's wherever that is not beyond them, and insists on where it sent others. */
    private static final class Forgetful implements RoutingPolicy {
        private int last;

        @Override
        public int route(RequestView request, CandidatesView candidates) {
            int wanted = Math.max(last, candidates.replicaIndex(0));
            last = candidates.replicaIndex(Math.min(wanted, candidates.size() - 1));
            return Math.min(wanted, candidates.size() - 1);
        }

        @Override
        public void onOutcome(OutcomeView outcome) {
            last = outcome.replicaIndex();
        }
    }
}
