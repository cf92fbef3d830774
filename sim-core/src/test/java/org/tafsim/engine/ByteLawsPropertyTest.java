package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.CutOff;
import org.tafsim.model.Rule;
import org.tafsim.model.Scenario;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.model.Stage;
import org.tafsim.serving.StepMode;
import org.tafsim.testing.SeedSource;

/**
 * LAW-4 in a run: no byte is lost or made between requests, network and books. That network and books agree is INV-D1, which
 * every audited run checks, these too: with requests that are too long, lost, placed again, or not measured.
 */
class ByteLawsPropertyTest {

    private static final long SECOND = 1_000_000_000L;
    private static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);
    private static final Map<String, String> COUNTRY = Map.of("munich", "DE", "zurich", "CH", "virginia", "US");

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 12)
    void everyCountryOnAWayCarriesTheBytesOfItsRequestsOnce(long seed) {
        Scenario scenario = new SmallWorld().seed(seed).kvBlocks(80).build();

        Trajectory run = SmallWorld.run(scenario, SmallWorld.inTurn(), AUDITED);

        assertThat(run.metric("all", "rejected_too_long")).isPositive();
        assertThat(run.metric("all", "completed")).isPositive();
        assertThat(carried(run)).isEqualTo(expected(run.measured()));
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 12)
    void requestsThatAreLostHaveBeenCarriedAsFarAsTheyCame(long seed) {
        Scenario scenario = new SmallWorld()
                .seed(seed)
                .kvBlocks(80)
                .requestsPerSecond(12)
                .ruleMode(Rule.Mode.ENFORCE)
                .law(law -> new SovereigntySpec(
                        law.regimes(), law.rules(), law.reach(), law.changes(), List.of(cutOff(seed)), law.remedy()))
                .build();

        Trajectory run = SmallWorld.run(scenario, SmallWorld.inTurn(), AUDITED);

        assertThat(run.metric("all", "lost")).isPositive();
        assertThat(carried(run))
                .hasEntrySatisfying(
                        "DE",
                        bytes -> assertThat(bytes)
                                .as("more than requests that were sent once, and answers to their end")
                                .isGreaterThan(expected(run.measured()).getOrDefault("DE", 0.0)));
    }

    private static CutOff cutOff(long seed) {
        return new CutOff(
                30 * SECOND + seed * 7_000_001, OptionalLong.of(50 * SECOND), CutOff.Target.OPERATOR, "telco", SECOND);
    }

    private static Map<String, Double> carried(Trajectory run) {
        Map<String, Double> carried = new TreeMap<>();
        run.result().flows().stream()
                .filter(flow -> flow.stage() == Stage.S3_TRANSIT)
                .forEach(flow -> carried.merge(flow.toCountry(), flow.bytes(), Double::sum));
        return carried;
    }

    /** Of requests that were placed once: prompts wherever they were sent, answers of those that completed. */
    private static Map<String, Double> expected(List<RequestRecord> requests) {
        Map<String, Double> expected = new TreeMap<>();
        for (RequestRecord request : requests) {
            if (!request.replica().isEmpty()) {
                boolean isAnswered = request.outcome() == Outcome.COMPLETED;
                double bytes = 1000 + 4.0 * request.promptTokens() + (isAnswered ? 250.0 * request.outputTokens() : 0);
                String country = COUNTRY.getOrDefault(request.replica().substring("replica-".length()), "?");
                expected.merge("DE", bytes, Double::sum);
                if (!country.equals("DE")) {
                    expected.merge(country, bytes, Double::sum);
                }
            }
        }
        return expected;
    }
}
