package org.tafsim.experiment.league;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunOptions;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.Simulation;
import org.tafsim.experiment.Progress;
import org.tafsim.experiment.RunFailedException;
import org.tafsim.experiment.RunTask;
import org.tafsim.experiment.ScenarioReaders;
import org.tafsim.experiment.SimulationTask;
import org.tafsim.model.PolicySpec;
import org.tafsim.policies.PolicySet;
import org.tafsim.policies.ShippedPolicies;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.scenario.ScenarioOverride;
import org.tafsim.scenario.trace.TraceFiles;

class TournamentTest {

    private static final Path SCENARIOS =
            Path.of("..").toAbsolutePath().normalize().resolve("scenarios");

    /** Attainment falls with the length of the name in "short", and rises with it in "long". */
    @Test
    void theTableIsByMeanPlaceThenByWins() throws InterruptedException {
        League league = play(List.of("a", "bb", "ccc"), 2, fake("short", -1), fake("long", 1), fake("shorter", -1));

        assertThat(league.standings())
                .extracting(League.Standing::policy, League.Standing::rank, League.Standing::wins)
                .containsExactly(tuple("a", 1, 2), tuple("bb", 2, 0), tuple("ccc", 3, 1));
        assertThat(league.standings().get(0).meanPlace()).isEqualTo((1 + 3 + 1) / 3.0);
        assertThat(LeagueCsv.league(league).lines())
                .containsExactly(
                        "rank,policy,mean_place,wins,scenarios,short,long,shorter",
                        "1,a,1.666667,2,3,1,3,1",
                        "2,bb,2.000000,0,3,2,2,2",
                        "3,ccc,2.333333,1,3,3,1,3");
        assertThat(LeagueCsv.matches(league).lines())
                .startsWith(
                        "scenario,policy,place,slo_attainment,slo_half_width,e2e_p95_ms,e2e_half_width_ms,violating_requests,n,absent",
                        "short,a,1,0.405000,0.063531,,,,2,");
    }

    @Test
    void aPolicyThatFailsIsAbsentThereWithItsReasonAndCountsAsLast() throws InterruptedException {
        Ground tiny = new Ground("tiny", 2, TournamentTest::failing);

        League league = play(List.of("nearest", "random"), 2, tiny);

        assertThat(league.matches().get(0).absences())
                .singleElement()
                .satisfies(absence -> assertThat(absence.policy()).isEqualTo("random"))
                .satisfies(absence -> assertThat(absence.reason()).contains("Policy random failed", "no idea"));
        assertThat(league.standings().get(1).places()).containsExactly(OptionalInt.empty());
        assertThat(league.standings().get(1).meanPlace()).isEqualTo(2);
        assertThat(LeagueCsv.matches(league)).contains("tiny,random,,,,,,,,Policy random failed");
    }

    @Test
    void whatIsNoPolicysFaultEndsIt() {
        Ground broken = new Ground("broken", 2, () -> (policy, replication, sink) -> {
            throw new IllegalStateException("a bug");
        });

        assertThatThrownBy(() -> play(List.of("nearest"), 1, broken))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("a bug");
    }

    @Test
    void theSameBytesWhateverTheThreads() throws InterruptedException {
        List<String> some = List.of("nearest", "random", "least-loaded", "thompson", "score");
        Ground tiny = new Ground("tiny", 3, () -> new SimulationTask(hello(), PolicySet.shipped(), RunOptions.DEFAULT));

        League one = play(some, 1, tiny);
        League four = play(some, 4, tiny);

        assertThat(LeagueCsv.matches(four)).isEqualTo(LeagueCsv.matches(one));
        assertThat(LeagueCsv.league(four)).isEqualTo(LeagueCsv.league(one));
    }

    @Test
    void progressCountsRunsOfAllScenarios() throws InterruptedException {
        List<String> told = new ArrayList<>();

        new Tournament(specs(List.of("a", "bb")), 1, 0.95, (done, total, label) -> told.add(done + "/" + total + label))
                .play(List.of(fake("one", 1), fake("two", 1)));

        assertThat(told)
                .contains("0/8", "1/8one: a, replication 1", "4/8one: bb, replication 2", "8/8two: bb, replication 2");
    }

    @Test
    void onePlaceNeedsTwoReplications() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ground("tiny", 1, TournamentTest::failing))
                .withMessageContaining("tiny: places need two replications at least, not 1");
    }

    private static League play(List<String> policies, int threads, Ground... grounds) throws InterruptedException {
        return new Tournament(specs(policies), threads, 0.95, Progress.NONE).play(List.of(grounds));
    }

    private static List<PolicySpec> specs(List<String> policies) {
        return policies.stream()
                .map(policy -> new PolicySpec(policy, policy, Map.of()))
                .toList();
    }

    private static Ground fake(String name, int sign) {
        return new Ground(name, 2, () -> (policy, replication, sink) -> {
            double kept = 0.5 + 0.1 * sign * policy.label().length() + 0.01 * replication;
            return new RunResult(
                    policy.label(),
                    replication,
                    List.of(new Metric("all", "slo_attainment", "fraction", kept)),
                    List.of(),
                    List.of(),
                    1);
        });
    }

    private static Simulation hello() {
        return new Simulation(
                ScenarioReaders.of(PolicySet.shipped())
                        .read(
                                SCENARIOS.resolve("hello.yaml"),
                                List.of(
                                        ScenarioOverride.parse("run.warmup=5 s"),
                                        ScenarioOverride.parse("run.duration=20 s"))),
                new TraceFiles(SCENARIOS));
    }

    /** Policy random fails in the second replication. */
    private static RunTask failing() {
        Simulation simulation = hello();
        return (policy, replication, sink) -> {
            RoutingPolicyType type = ShippedPolicies.find(policy.type()).orElseThrow();
            boolean fails = policy.type().equals("random") && replication == 1;
            return simulation.run(policy, fails ? new Failing() : type, replication, RunOptions.DEFAULT, sink);
        };
    }

    private static final class Failing implements RoutingPolicyType {
        @Override
        public String id() {
            return "random";
        }

        @Override
        public String rule() {
            return "Fails.";
        }

        @Override
        public String source() {
            return "a test";
        }

        @Override
        public List<String> parameterNames() {
            return List.of();
        }

        @Override
        public RoutingPolicy create(PolicyContext context) {
            return (request, candidates) -> {
                throw new IllegalStateException("no idea");
            };
        }
    }
}
