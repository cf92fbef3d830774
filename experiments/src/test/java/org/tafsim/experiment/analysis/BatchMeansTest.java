package org.tafsim.experiment.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tafsim.stats.ConfidenceInterval;

class BatchMeansTest {

    @Test
    void isStudentsIntervalOfBatchesWithTheRestDroppedAtTheStart() {
        double[] observations = {99, 1, 3, 2, 4, 5, 7, 4, 4, 0, 2, 1, 3, 2, 2, 6, 6, 3, 1, 5, 5};

        BatchMeans result = BatchMeans.of(observations, 10, 0.95);

        double[] means = {2, 3, 6, 4, 1, 2, 2, 6, 2, 5};
        assertThat(result.batchSize()).isEqualTo(2);
        assertThat(result.interval()).isEqualTo(ConfidenceInterval.student(means, 0.95));
    }

    /** Σ (Z_i − Z_{i+1})² = 9 and Σ (Z_i − Z̄)² = 82.5 for 1 … 10: C = √(99/8) · (1 − 9/165). */
    @Test
    void vonNeumannsStatisticSeesATrend() {
        double[] trend = IntStream.rangeClosed(1, 10).mapToDouble(i -> i).toArray();

        BatchMeans result = BatchMeans.of(trend, 10, 0.95);

        assertThat(result.vonNeumann()).isCloseTo(Math.sqrt(99.0 / 8) * (1 - 9 / 165.0), within(1e-12));
        assertThat(result.isIndependent()).isFalse();
    }

    @Test
    void rejectsIndependentBatchesAsOftenAsTheTestSays() {
        long rejected = IntStream.range(0, 2000)
                .mapToObj(seed -> BatchMeans.of(Normals.draw(20, 0, 1, seed), 0.95))
                .filter(result -> !result.isIndependent())
                .count();

        assertThat(new Coverage("rejections", 0.1, 2000, (int) rejected).share().contains(0.1))
                .isTrue();
    }

    @Test
    void detectsBatchesThatAreTooShort() {
        double[] normals = Normals.draw(2000, 0, 1, 3);
        double[] correlated = new double[2000];
        for (int i = 1; i < correlated.length; i++) {
            correlated[i] = 0.99 * correlated[i - 1] + normals[i];
        }

        assertThat(BatchMeans.of(correlated, 0.95).isIndependent()).isFalse();
        assertThat(BatchMeans.of(normals, 0.95).isIndependent()).isTrue();
    }

    @Test
    void constantSeriesHasNoWidth() {
        BatchMeans result = BatchMeans.of(new double[40], 0.95);

        assertThat(result.interval().halfWidth()).isZero();
        assertThat(result.isIndependent()).isTrue();
    }

    @Test
    void refusesFewBatchesAndFewObservations() {
        assertThatThrownBy(() -> BatchMeans.of(new double[100], 9, 0.95)).hasMessageContaining("batches (9)");
        assertThatThrownBy(() -> BatchMeans.of(new double[19], 0.95)).hasMessageContaining("observations (19)");
    }
}
