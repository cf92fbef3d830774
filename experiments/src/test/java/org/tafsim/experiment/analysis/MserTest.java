package org.tafsim.experiment.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MserTest {

    /** MSER of the batch means 9, 1, 0, 1, 0, …: 74.5/100 · … uncut; each further cut divides less by more. */
    @Test
    void cutsTheBatchThatStandsOut() {
        double[] series = repeatFive(9, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1);

        WarmupCut cut = Mser.cut(series);

        assertThat(cut.cut()).isEqualTo(5);
        assertThat(cut.isLongEnough()).isTrue();
        assertThat(cut.findWarning()).isEmpty();
    }

    @Test
    void findsAKnownStep() {
        double[] series = Normals.draw(1000, 0, 1, 1);
        for (int i = 0; i < 200; i++) {
            series[i] += 3;
        }

        WarmupCut cut = Mser.cut(series);

        assertThat(cut.cut()).isBetween(200, 220);
        assertThat(cut.isLongEnough()).isTrue();
    }

    @Test
    void cutsLittleOfASteadySeries() {
        double mean = IntStream.range(0, 100)
                .map(seed -> Mser.cut(Normals.draw(1000, 5, 1, seed)).cut())
                .average()
                .orElseThrow();

        assertThat(mean).isLessThan(100);
    }

    @Test
    void warnsWhereTheStartNeverEnds() {
        double[] series = IntStream.range(0, 400).mapToDouble(i -> i).toArray();

        WarmupCut cut = Mser.cut(series);

        assertThat(cut.isLongEnough()).isFalse();
        assertThat(cut.cut()).isEqualTo(200);
        assertThat(cut.findWarning())
                .contains("The run is too short: its start is not over after half of its 400 observations."
                        + " Maybe run longer.");
    }

    @Test
    void warnsWhereThereAreTooFewObservations() {
        assertThat(Mser.cut(new double[49]).isLongEnough()).isFalse();
        assertThat(Mser.cut(new double[50]).isLongEnough()).isTrue();
    }

    @Test
    void keepsAllOfAConstantSeries() {
        double[] series = new double[100];
        Arrays.fill(series, 0.1);

        assertThat(Mser.cut(series).cut()).isZero();
    }

    @Test
    void averagingReplicationsShowsAStartThatNoiseHides() {
        List<double[]> replications = IntStream.range(0, 100)
                .mapToObj(seed -> Normals.draw(1000 + seed, 0, 1, seed))
                .peek(series -> IntStream.range(0, 100).forEach(i -> series[i] += 1))
                .toList();

        WarmupCut cut = Mser.cut(replications);

        assertThat(cut.cut()).isBetween(100, 110);
        assertThat(cut.observations()).isEqualTo(1000);
    }

    @Test
    void knowsTheLengthInTime() {
        assertThat(new WarmupCut(100, 20, true).lengthNanos(500)).isEqualTo(10_000);
    }

    @Test
    void refusesWhatIsNoNumber() {
        double[] series = new double[100];
        series[3] = Double.NaN;

        assertThatThrownBy(() -> Mser.cut(series)).hasMessageContaining("must be finite");
        assertThatThrownBy(() -> Mser.cut(List.of())).hasMessageContaining("replications (0) must be at least 1");
    }

    private static double[] repeatFive(double... batches) {
        return Arrays.stream(batches)
                .flatMap(mean -> IntStream.range(0, Mser.BATCH_SIZE).mapToDouble(i -> mean))
                .toArray();
    }
}
