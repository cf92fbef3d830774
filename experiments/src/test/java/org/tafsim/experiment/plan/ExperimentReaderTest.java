package org.tafsim.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.engine.Randomness;

class ExperimentReaderTest {

    @Test
    void aGridIsEveryCombinationAndItsLastAxisTurnsFastest() {
        assertThat(Experiments.points("sweep: [{grid: {a: [1, 2], b: [x, y]}}]"))
                .containsExactly(List.of("1", "x"), List.of("1", "y"), List.of("2", "x"), List.of("2", "y"));
    }

    @Test
    void excludedCombinationsAreLeftOut() {
        assertThat(Experiments.points("sweep: [{grid: {a: [1, 2], b: [x, y]}, exclude: [{a: 1, b: y}]}]"))
                .containsExactly(List.of("1", "x"), List.of("2", "x"), List.of("2", "y"));
    }

    @Test
    void aZipWalksSideBySide() {
        assertThat(Experiments.points("sweep: [{zip: {a: [1, 2], b: [x, y]}}]"))
                .containsExactly(List.of("1", "x"), List.of("2", "y"));
    }

    @Test
    void rangesGoByStepsOrFactorsAndKeepTheirUnit() {
        assertThat(Experiments.points("sweep: [{grid: {a: {range: [0.1 /s, 0.4 /s], step: 0.1 /s}}}]"))
                .containsExactly(List.of("0.1 /s"), List.of("0.2 /s"), List.of("0.3 /s"), List.of("0.4 /s"));
        assertThat(Experiments.points("sweep: [{grid: {a: {range: [1, 20], times: 4}}}]"))
                .containsExactly(List.of("1"), List.of("4"), List.of("16"));
    }

    @Test
    void equalPointsOfSeveralPartsCountOnce() {
        assertThat(Experiments.points("sweep: [{grid: {a: [1, 2]}}, {list: [{a: 2}, {a: 3}]}]"))
                .containsExactly(List.of("1"), List.of("2"), List.of("3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"random", "lhs", "sobol"})
    void samplesStayInTheirRangesAndRepeat(String method) {
        String text =
                "seed: 7\nsweep: [{sample: {method: %s, points: 50, params: {a: {uniform: [1 /s, 8 /s]}, b: {whole: [1, 3]}, c: {logUniform: [1, 100]}, d: {choice: [x, y]}}}}]"
                        .formatted(method);

        List<List<String>> points = Experiments.points(text);

        assertThat(points).hasSize(50).isEqualTo(Experiments.points(text));
        assertThat(points).allSatisfy(point -> {
            assertThat(Double.parseDouble(point.get(0).replace(" /s", ""))).isBetween(1.0, 8.0);
            assertThat(point.get(1)).isIn("1", "2", "3");
            assertThat(Double.parseDouble(point.get(2))).isBetween(1.0, 100.0);
            assertThat(point.get(3)).isIn("x", "y");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"lhs", "sobol"})
    void evenSamplesHaveAPointInEveryLayer(String method) {
        Set<Integer> layers = new HashSet<>(); // counted, never iterated
        Experiments.points(
                        "sweep: [{sample: {method: %s, points: 64, params: {a: {uniform: [0, 64]}, b: {uniform: [0, 1]}}}}]"
                                .formatted(method))
                .forEach(point -> layers.add((int) Double.parseDouble(point.get(0))));

        assertThat(layers).hasSize(64);
    }

    @Test
    void everythingElseIsRead() {
        Experiment experiment = Experiments.read("""
                name: all
                set: {run.duration: 2 min}
                seed: 9
                replications: {count: 4, max: 40, stopWhen: {metric: ttft_p95, relHalfWidth: 0.05, confidence: 0.9}}
                randomness: antithetic
                sweep: [{list: [{a: 1}]}]
                compare: {baseline: nearest}
                output: {series: true}
                execution: {chunk: 3, retries: 2, timeout: 15 min}
                """);

        assertThat(experiment.common()).extracting(Setting::path).contains("run.duration", "run.seed");
        assertThat(experiment.replications().stopWhen()).contains(new StopWhen("ttft_p95", 0.05, 0.9));
        assertThat(experiment.replications().most()).isEqualTo(40);
        assertThat(experiment.randomness()).isEqualTo(Randomness.ANTITHETIC);
        assertThat(experiment.baseline()).contains("nearest");
        assertThat(experiment.keepsSeries()).isTrue();
        assertThat(experiment.execution().chunk()).isEqualTo(3);
        assertThat(experiment.execution().timeoutNanos()).hasValue(900_000_000_000L);
    }

    @Test
    void aSearchIsRead() {
        Search search = Experiments.read(
                        "search: {largest: a, between: [1 /s, 3 /s], step: 0.5 /s, goals: [slo_attainment >= 0.99, violations == 0]}")
                .search()
                .orElseThrow();

        assertThat(search.size()).isEqualTo(5);
        assertThat(search.setting(3).text()).isEqualTo("2.5 /s");
        assertThat(search.goals()).hasToString("[slo_attainment >= 0.99, violations == 0]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sweep: [{grid: {}}]                       | a grid is empty
            sweep: [{grid: {a: []}}]                  | a has no values here
            sweep: [{zip: {a: [1, 2], b: [1]}}]       | all lists have one length; here they have {a=2, b=1}
            sweep: [{grid: {a: [1]}, zip: {a: [1]}}]  | one of grid, zip, list and sample
            sweep: [{gird: {a: [1]}}]                 | Maybe 'grid'?
            sweep: [{grid: {a: {range: [1 /s, 8 /min], step: 1 /s}}}] | in one unit
            sweep: [{grid: {a: {range: [8, 1], step: 1}}}] | a range goes upwards
            sweep: [{grid: {a: [1]}, exclude: [{b: 1}]}] | 'exclude' names b
            sweep: [{grid: {a: [1]}, exclude: [{a: 1}]}] | no point left
            sweep: [{sample: {points: 4, params: {a: {uniform: [4, 1]}}}}] | the lower first
            sweep: [{sample: {method: sobl, points: 4, params: {a: {uniform: [1, 4]}}}}] | Maybe 'sobol'?
            sweep: [{grid: {a: {range: [1, 2000], step: 1}, b: {range: [1, 2000], step: 1}}}] | more than a million; say --yes
            name: x                                   | either a 'sweep' or a 'search'
            search: {largest: a, between: [1, 9], goals: [slo >= 1]} | "slo" is not a metric
            search: {largest: a, between: [1, 9], goals: [slo_attainment]} | is not a goal
            search: {largest: a, smallest: b, between: [1, 9], goals: [requests >= 1]} | either the 'largest' or the 'smallest'
            """)
    void mistakesAreTold(String text, String problem) {
        assertThat(Experiments.problems(text))
                .anySatisfy(line -> assertThat(line).startsWith("test.yaml:").contains(problem));
    }

    @Test
    void aMetricThatDoesNotExistIsToldWithTheOneThatWasMeant() {
        assertThat(
                        Experiments.problems(
                                "replications: {count: 3, stopWhen: {metric: ttft_p59, relHalfWidth: 0.1}}\nsweep: [{grid: {a: [1]}}]"))
                .singleElement()
                .asString()
                .contains("\"ttft_p59\" is not a metric", "Maybe 'ttft_p");
    }

    @Test
    void antitheticReplicationsComeInPairs() {
        assertThat(Experiments.problems("replications: 5\nrandomness: antithetic\nsweep: [{grid: {a: [1]}}]"))
                .singleElement()
                .asString()
                .contains("must be even");
    }
}
