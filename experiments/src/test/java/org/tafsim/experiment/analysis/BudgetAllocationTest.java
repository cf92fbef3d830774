package org.tafsim.experiment.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BudgetAllocationTest {

    private static final Offset<Double> ROUNDING = within(0.5);

    /**
     * C.-H. Chen and L. H. Lee, <i>Stochastic Simulation Optimization</i>, 2011, p. 49: of 50 go 11, 9, 19, 9 and 2.
     */
    @Test
    void sharesAreThoseOfTheBook() {
        List<Double> shares = BudgetAllocation.shares(
                List.of(1.0, 2.0, 3.0, 4.0, 5.0), List.of(1.0, 1.0, 9.0, 9.0, 4.0), Best.SMALLEST);

        assertThat(50 * shares.get(0)).isCloseTo(11, ROUNDING);
        assertThat(50 * shares.get(1)).isCloseTo(9, ROUNDING);
        assertThat(50 * shares.get(2)).isCloseTo(19, ROUNDING);
        assertThat(50 * shares.get(3)).isCloseTo(9, ROUNDING);
        assertThat(50 * shares.get(4)).isCloseTo(2, ROUNDING);
    }

    @Test
    void mirroredMeansGetTheSameShares() {
        List<Double> variances = List.of(1.0, 2.0, 3.0);

        assertThat(BudgetAllocation.shares(List.of(3.0, 2.0, 0.0), variances, Best.LARGEST))
                .isEqualTo(BudgetAllocation.shares(List.of(-3.0, -2.0, 0.0), variances, Best.SMALLEST));
    }

    @Test
    void systemsWithoutNoiseGetNothing() {
        assertThat(BudgetAllocation.shares(List.of(3.0, 2.0, 1.0), List.of(1.0, 0.0, 1.0), Best.LARGEST))
                .containsExactly(0.5, 0.0, 0.5);
        assertThat(BudgetAllocation.shares(List.of(1.0, 1.0), List.of(0.0, 0.0), Best.LARGEST))
                .containsExactly(0.5, 0.5);
    }

    @Test
    void spendsTheBudgetWhereItMatters() {
        Sampler.Simulation simulation =
                (system, replication) -> system + Normals.draw(1, 0, 3, 10_000L * system + replication)[0];

        Selection selection =
                new BudgetAllocation(Best.SMALLEST, 0.999_999, 10, 10, 500).select(6, Sampler.of(simulation));

        int[] replications = selection.standings().stream()
                .mapToInt(Selection.Standing::replications)
                .toArray();
        assertThat(replications[0] + replications[1]).isGreaterThan(300);
        assertThat(replications[5]).isLessThan(30);
    }

    @Test
    void stopsAtTheProbabilityAskedFor() {
        Sampler.Simulation simulation =
                (system, replication) -> system + Normals.draw(1, 0, 1, 10_000L * system + replication)[0];

        Selection selection = new BudgetAllocation(Best.LARGEST, 0.99, 5, 1, 10_000).select(3, Sampler.of(simulation));

        assertThat(selection.best()).isEqualTo(2);
        assertThat(selection.isDecided()).isTrue();
        assertThat(selection.probability()).isGreaterThanOrEqualTo(0.99);
        assertThat(selection.standings().stream()
                        .mapToInt(Selection.Standing::replications)
                        .sum())
                .isLessThan(500);
    }

    @Test
    void saysWhereTheBudgetDidNotSuffice() {
        Sampler.Simulation same = (system, replication) -> Normals.draw(1, 0, 1, 10_000L * system + replication)[0];

        Selection selection = new BudgetAllocation(Best.LARGEST, 0.999_999, 5, 7, 40).select(3, Sampler.of(same));

        assertThat(selection.isDecided()).isFalse();
        assertThat(selection.standings().stream()
                        .mapToInt(Selection.Standing::replications)
                        .sum())
                .isEqualTo(40);
    }

    @Test
    void refusesABudgetThatDoesNotReachEverySystem() {
        BudgetAllocation procedure = new BudgetAllocation(Best.LARGEST, 0.95, 10, 5, 20);

        assertThatThrownBy(() -> procedure.select(3, Sampler.of((i, r) -> 0)))
                .hasMessageContaining("(20) must be at least 30");
    }
}
