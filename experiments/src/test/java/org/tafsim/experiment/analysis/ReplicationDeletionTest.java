package org.tafsim.experiment.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tafsim.stats.ConfidenceInterval;

class ReplicationDeletionTest {

    /** Law, <i>Simulation Modeling and Analysis</i>, §9.4: delays in a bank, 2.03 ± 0.32 at 90 %. */
    private static final double[] BANK_DELAYS = {1.53, 1.66, 1.24, 2.34, 2.00, 1.69, 2.69, 2.86, 1.70, 2.60};

    @Test
    void meansAreThoseOfTheRest() {
        List<double[]> replications = DoubleStream.of(BANK_DELAYS)
                .mapToObj(delay -> new double[] {99, delay - 1, delay + 1})
                .toList();

        ConfidenceInterval interval = ReplicationDeletion.interval(replications, 1, 0.9);

        assertThat(interval.mean()).isCloseTo(2.03, within(0.005));
        assertThat(interval.halfWidth()).isCloseTo(0.32, within(0.005));
    }

    @Test
    void leavesOutWhatTheWarmupDistorts() {
        List<double[]> replications = IntStream.range(0, 20)
                .mapToObj(seed -> Normals.draw(500, 7, 1, seed))
                .peek(series -> IntStream.range(0, 50).forEach(i -> series[i] -= 7))
                .toList();

        ReplicationDeletion result = ReplicationDeletion.of(replications, 0.999);

        assertThat(result.warmup().cut()).isBetween(50, 60);
        assertThat(result.interval().contains(7)).isTrue();
        assertThat(ReplicationDeletion.interval(replications, 0, 0.999).contains(7))
                .isFalse();
    }

    @Test
    void refusesACutThatLeavesNothing() {
        assertThatThrownBy(() -> ReplicationDeletion.interval(List.of(new double[3]), 3, 0.95))
                .hasMessage("The cut (3) must leave something of the series of 3 observations.");
    }
}
