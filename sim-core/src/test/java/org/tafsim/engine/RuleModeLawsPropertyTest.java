package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.engine.RandomRun.Turmoil;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.Rule;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.serving.StepMode;
import org.tafsim.testing.SeedSource;

/** LAW-6: rules in shadow change nothing of a run but what is said of themselves; rules in audit change no outcome. */
class RuleModeLawsPropertyTest {

    private static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 20)
    void aPackInShadowChangesNothingElse(long seed) {
        RandomRun world = new RandomRun(seed, Turmoil.CHANGES_AND_CUT_OFFS);
        List<Rule> pack = pack(world);

        Trajectory without = SmallWorld.run(world.scenario(), leastBroken(), AUDITED);
        Trajectory with = SmallWorld.run(world.scenario(rules -> among(rules, pack)), leastBroken(), AUDITED);

        assertThat(metricsButOf("rule:shadow", with)).isEqualTo(without.result().metrics());
        assertSameRun(with, without);
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 20)
    void withNothingButRulesInShadowARunIsThatWithoutLaw(long seed) {
        RandomRun world = new RandomRun(seed, Turmoil.CHANGES_AND_CUT_OFFS);
        UnaryOperator<List<Rule>> none = rules -> List.of();

        Trajectory without = SmallWorld.run(world.scenario(none), leastBroken(), AUDITED);
        Trajectory with =
                SmallWorld.run(world.scenario(rules -> inMode(rules, Rule.Mode.SHADOW)), leastBroken(), AUDITED);

        assertThat(metricsButOf("rule:", with)).containsAll(without.result().metrics());
        assertSameRun(with, without);
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 20)
    void underAPolicyThatDoesNotLookAuditedRulesChangeNoOutcome(long seed) {
        RandomRun world = new RandomRun(seed, Turmoil.CHANGES_AND_CUT_OFFS);
        UnaryOperator<List<Rule>> none = rules -> List.of();

        Trajectory without = SmallWorld.run(world.scenario(none), SmallWorld.inTurn(), AUDITED);
        Trajectory with =
                SmallWorld.run(world.scenario(rules -> inMode(rules, Rule.Mode.AUDIT)), SmallWorld.inTurn(), AUDITED);

        assertThat(with.requests())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("brokenRules")
                .isEqualTo(without.requests());
        assertThat(with.result().executedEvents()).isEqualTo(without.result().executedEvents());
    }

    private static void assertSameRun(Trajectory with, Trajectory without) {
        assertThat(with.requests()).isEqualTo(without.requests());
        assertThat(with.result().series()).isEqualTo(without.result().series());
        assertThat(with.result().flows()).isEqualTo(without.result().flows());
        assertThat(with.result().curves())
                .usingRecursiveComparison()
                .isEqualTo(without.result().curves());
        assertThat(with.result().executedEvents()).isEqualTo(without.result().executedEvents());
    }

    private static List<Metric> metricsButOf(String scope, Trajectory run) {
        return run.result().metrics().stream()
                .filter(metric -> !metric.scope().startsWith(scope))
                .toList();
    }

    private static List<Rule> pack(RandomRun world) {
        List<Rule> pack = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            pack.add(world.random().rule("shadow" + i).withMode(Rule.Mode.SHADOW));
        }
        return pack;
    }

    private static List<Rule> among(List<Rule> rules, List<Rule> pack) {
        List<Rule> all = new ArrayList<>(rules);
        all.addAll(rules.size() / 2, pack);
        return all;
    }

    private static List<Rule> inMode(List<Rule> rules, Rule.Mode mode) {
        return rules.stream().map(rule -> rule.withMode(mode)).toList();
    }

    /** A policy that looks at the law, and would show whether it sees what it must not. */
    private static RoutingPolicyType leastBroken() {
        return SmallWorld.policy(RuleModeLawsPropertyTest::least);
    }

    private static int least(RequestView request, CandidatesView candidates) {
        int least = 0;
        for (int candidate = 1; candidate < candidates.size(); candidate++) {
            least = candidates.brokenRules(candidate) < candidates.brokenRules(least) ? candidate : least;
        }
        return least;
    }
}
