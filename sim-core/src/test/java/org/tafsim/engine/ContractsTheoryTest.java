package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tafsim.engine.Agreements.SECOND;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.ContractCapacity;
import org.tafsim.model.ContractPrice;
import org.tafsim.model.Rule;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;
import org.tafsim.serving.StepMode;
import org.tafsim.station.TheoryFormulas;
import org.tafsim.stats.Tally;

/**
 * A contract with c places, Poisson arrivals and loss is Erlang's system: B(c, a) of the requests are sent away, whatever the
 * distribution of holding times, as long as these do not depend on each other; at 99.9 %. Prompts are short here, and steps take the
 * same time for one sequence as for five, so that they hardly do.
 */
class ContractsTheoryTest {

    private static final int PLACES = 5;
    private static final double PER_SECOND = 2;
    private static final int RUNS = 20;
    private static final double STUDENT = 3.883; // 99.9 %, two-sided, 19 degrees of freedom
    private static final RunOptions QUICK = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, false);

    @Test
    void answersOfOneLengthAreLostAsErlangSays() {
        assertErlang(world -> world.answers(80));
    }

    /** One to 400 tokens, half of them above 60. */
    @Test
    void answersOfManyLengthsAreLostAsErlangSays() {
        assertErlang(world -> world);
    }

    private static void assertErlang(UnaryOperator<SmallWorld> answers) {
        SmallWorld world = new SmallWorld()
                .americanCloud()
                .ruleMode(Rule.Mode.ENFORCE)
                .requestsPerSecond(PER_SECOND)
                .prompts(1);
        Scenario scenario = answers.apply(world)
                .build()
                .with(new RunSpec(7, RUNS, 60 * SECOND, 7200 * SECOND, 60 * SECOND, 60 * SECOND, 0))
                .withFederation(Agreements.ofTheCloud(
                        Agreements.with("telco", ContractCapacity.concurrent(PLACES), ContractPrice.FREE)));
        Tally difference = new Tally();
        Tally blocking = new Tally();
        for (int replication = 0; replication < RUNS; replication++) {
            Trajectory run = SmallWorld.run(scenario, SmallWorld.always(0), replication, QUICK);
            double lost = run.metric("all", "rejected_no_contract") / run.metric("all", "requests");
            double offered = PER_SECOND * run.metric("all", "e2e_mean") / 1e3;
            difference.record(lost - TheoryFormulas.erlangB(PLACES, offered));
            blocking.record(lost);
            assertThat(run.metric("all", "contract_full")).isEqualTo(run.metric("all", "rejected_no_contract"));
            assertThat(run.metric("contract:telco-contract", "contract_use_mean"))
                    .isCloseTo(offered * (1 - lost), within(0.03 * offered)); // Little's law
        }
        double halfWidth = STUDENT * difference.standardDeviation() / Math.sqrt(RUNS);
        assertThat(blocking.mean()).isBetween(0.05, 0.5);
        assertThat(halfWidth).isLessThan(0.03 * blocking.mean());
        assertThat(difference.mean()).isCloseTo(0, within(halfWidth));
    }
}
