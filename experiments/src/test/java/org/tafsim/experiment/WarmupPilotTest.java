package org.tafsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.SeriesSample;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;
import org.tafsim.policies.PolicySet;
import org.tafsim.scenario.KnownPolicies;
import org.tafsim.scenario.ScenarioReader;

/** Systems that fill up in a known time. */
class WarmupPilotTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Scenario HELLO = new ScenarioReader(KnownPolicies.of(PolicySet.shipped()))
            .read(Path.of("..", "scenarios", "hello.yaml"), List.of());

    private static final RunSpec RUN = new RunSpec(1, 1, 30 * SECOND, 300 * SECOND, 60 * SECOND, SECOND, 0);

    @Test
    void theWarmupCoversTheTimeInWhichTheSystemFills() {
        WarmupPilot.Finding finding = WarmupPilot.find(HELLO, SimulatedFilling.until(40));

        assertThat(finding.warmupNanos()).isBetween(30 * SECOND, 60 * SECOND);
        assertThat(finding.unsettled()).isEmpty();
    }

    @Test
    void aSystemThatFillsAllTheTimeIsNamed() {
        WarmupPilot.Finding finding = WarmupPilot.find(HELLO, SimulatedFilling.until(400));

        assertThat(finding.unsettled()).containsExactly("nearest", "cloud-only");
    }

    @Test
    void runsThatSettleAfterTheirWarmupAreNamed() {
        // 30 s of warm-up in 330 s
        RunResult slow = series("slow", t -> Math.min(t / 120.0, 1) * 50 + t % 3);
        RunResult quick = series("quick", t -> Math.min(t / 10.0, 1) * 50 + t % 3);

        assertThat(WarmupPilot.unsettled(RUN, List.of(slow, quick))).containsExactly("slow");
        assertThat(slow.series()).hasSizeGreaterThan(200);
    }

    private static RunResult series(String policy, LongToDoubleFunction inFlight) {
        List<SeriesSample> samples = new ArrayList<>();
        long step = RUN.seriesNanos();
        for (long at = step; at <= RUN.horizonNanos(); at += step) {
            samples.add(new SeriesSample(at, "tier:cloud", "in_flight", inFlight.applyAsDouble(at / SECOND)));
        }
        return new RunResult(policy, 0, List.of(), samples, List.of(), 1);
    }

    /** Answers with a load that rises for some seconds and then stays. */
    private static final class SimulatedFilling {
        static Function<Scenario, RunTask> until(long seconds) {
            return scenario -> (policy, replication, sink) -> {
                List<SeriesSample> samples = new ArrayList<>();
                long step = scenario.run().seriesNanos();
                for (long at = step; at <= scenario.run().horizonNanos(); at += step) {
                    double load = 100 * Math.min(1, at / (double) (seconds * SECOND)) + at / step % 7;
                    samples.add(new SeriesSample(at, "tier:cloud", "in_flight", load));
                }
                return new RunResult(policy.label(), replication, List.of(), samples, List.of(), 1);
            };
        }
    }
}
