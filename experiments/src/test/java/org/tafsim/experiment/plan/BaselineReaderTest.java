package org.tafsim.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineReaderTest {

    private static final String NAMED = "sweep: [{list: {none: {a: []}, core: {a: [x]}, all: {a: [x, y]}}}]\n";

    @Test
    void pointsOfAListMayHaveNames() {
        Experiment experiment = Experiments.read(NAMED + "baseline: core");

        assertThat(experiment.points())
                .extracting(Point::name)
                .containsExactly(Optional.of("none"), Optional.of("core"), Optional.of("all"));
        assertThat(experiment.baselines()).isEqualTo(Map.of(0, 1, 2, 1));
    }

    @Test
    void valuesNameTheBaselineWhateverTheyAre() {
        assertThat(Experiments.read(NAMED + "baseline: {a: []}").baselines()).isEqualTo(Map.of(1, 0, 2, 0));
    }

    @Test
    void likeIsComparedWithLikeWhereSeveralPointsHaveTheValues() {
        String grid =
                "sweep: [{grid: {packs: [none, core], rate: [1 /s, 2 /s]}, exclude: [{packs: none, rate: 2 /s}]}, {list: [{packs: none, rate: 4 /s}, {packs: core, rate: 4 /s}]}]\n";

        Experiment experiment = Experiments.read(grid + "baseline: {packs: none}");

        // points: none 1, core 1, core 2 (alone), none 4, core 4
        assertThat(experiment.baselines()).isEqualTo(Map.of(1, 0, 4, 3));
    }

    @Test
    void aPointThatLeavesAPathToTheBaseIsComparedAllTheSame() {
        assertThat(Experiments.read("sweep: [{list: [{a: 1}, {a: 2, b: 3}]}]\nbaseline: {a: 1}")
                        .baselines())
                .isEqualTo(Map.of(1, 0));
    }

    @Test
    void withoutABaselineNothingIsCompared() {
        assertThat(Experiments.read("sweep: [{list: [{a: 1}, {a: 2}]}]").baselines())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            baseline: cor                  | no point is called 'cor'; there are none, core, all. Maybe 'core'?
            baseline: {b: 1}               | the baseline names b, which no point varies
            baseline: {a: [x, z]}          | no point has a: [x, z]; there are [], [x], [x, y]. Maybe '[x, y]'?
            baseline: {}                   | names no value
            baseline: [core]               | expected a mapping that describes the values of a baseline
            """)
    void aBaselineThatIsNoPointIsTold(String text, String problem) {
        assertThat(Experiments.problems(NAMED + text))
                .singleElement()
                .asString()
                .contains(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sweep: [{list: [{a: 1}]}]                          | baseline: {a: 1}        | leaves no point to compare
            sweep: [{list: [{a: 1}, {a: 2}]}]                  | baseline: first         | no point of this sweep has a name
            sweep: [{list: [{a: 1, b: 1}, {a: 2, b: 2}]}]      | baseline: {a: 1, b: 2}  | no point has them all
            search: {largest: a, between: [1, 9], goals: [requests >= 1]} | baseline: {a: 1} | goes with a 'sweep'
            sweep: [{list: {x: {a: 1}}}, {list: {x: {a: 2}}}]  | baseline: x             | 2 points are called 'x'
            """)
    void baselinesThatMeanNothingAreTold(String sweep, String baseline, String problem) {
        assertThat(Experiments.problems(sweep + "\n" + baseline))
                .singleElement()
                .asString()
                .contains(problem);
    }
}
