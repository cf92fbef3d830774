package org.tafsim.experiment.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KimNelsonTest {

    private static final Sampler.Simulation APART =
            (system, replication) -> 10 * system + Normals.draw(1, 0, 1, 1000L * system + replication)[0];

    /** η solves g(η) = ½ (1 + 2 η)^(−(n₀ − 1) / 2) = α / (k − 1), equation (2) of the paper for c = 1. */
    @Test
    void constantSolvesItsEquation() {
        KimNelson procedure = new KimNelson(Best.LARGEST, 1, 0.95, 24, 1, 1000);

        double eta = procedure.hSquared(10) / (2 * 23);

        assertThat(0.5 * Math.pow(1 + 2 * eta, -23 / 2.0)).isCloseTo(0.05 / 9, within(1e-12));
    }

    @Test
    void selectsTheLargestOrTheSmallest() {
        Selection largest = new KimNelson(Best.LARGEST, 1, 0.95, 10, 1, 100).select(4, Sampler.of(APART));
        Selection smallest = new KimNelson(Best.SMALLEST, 1, 0.95, 10, 1, 100).select(4, Sampler.of(APART));

        assertThat(largest.best()).isEqualTo(3);
        assertThat(smallest.best()).isZero();
        assertThat(smallest.isDecided()).isTrue();
        assertThat(smallest.probability()).isEqualTo(0.95);
        assertThat(smallest.standings().get(2).mean()).isCloseTo(20, within(2.0));
    }

    @Test
    void givesUpClearLosersEarly() {
        Sampler.Simulation simulation = (system, replication) ->
                (system == 0 ? -50 : 0.5 * system) + Normals.draw(1, 0, 1, 1000L * system + replication)[0];

        Selection selection = new KimNelson(Best.LARGEST, 0.5, 0.95, 10, 1, 10_000).select(3, Sampler.of(simulation));

        assertThat(selection.standings().get(0).replications()).isEqualTo(10);
        assertThat(selection.standings().get(0).isInPlay()).isFalse();
        assertThat(selection.standings().get(2).replications()).isGreaterThan(10);
    }

    @Test
    void asksForEveryReplicationOnceAndInOrder() {
        List<String> asked = new ArrayList<>();
        Sampler.Simulation simulation = (system, replication) -> {
            asked.add(system + "/" + replication);
            return 0.1 * system + Normals.draw(1, 0, 1, 1000L * system + replication)[0];
        };

        Selection selection = new KimNelson(Best.LARGEST, 1, 0.9, 5, 3, 10_000).select(2, Sampler.of(simulation));

        int replications = selection.standings().get(0).replications();
        assertThat(asked).doesNotHaveDuplicates().hasSize(2 * replications).startsWith("0/0", "0/1", "0/2");
        assertThat((replications - 5) % 3).isZero();
    }

    @Test
    void promisesNothingWhereReplicationsRunOut() {
        Sampler.Simulation same = (system, replication) -> Normals.draw(1, 0, 1, 1000L * system + replication)[0];

        Selection selection = new KimNelson(Best.LARGEST, 0.01, 0.95, 10, 20, 50).select(3, Sampler.of(same));

        assertThat(selection.isDecided()).isFalse();
        assertThat(selection.standings()).allMatch(standing -> standing.replications() <= 50);
    }

    @Test
    void systemsWithoutNoiseAreToldApartAtOnce() {
        Sampler constant = Sampler.of((system, replication) -> system == 1 ? 5 : 4);

        Selection selection = new KimNelson(Best.LARGEST, 0.1, 0.95, 2, 1, 2).select(3, constant);

        assertThat(selection.best()).isEqualTo(1);
        assertThat(selection.isDecided()).isTrue();
    }

    @Test
    void ofEqualSystemsTheFirstIsTaken() {
        Selection selection = new KimNelson(Best.SMALLEST, 0.1, 0.95, 2, 1, 2).select(3, Sampler.of((i, r) -> 7));

        assertThat(selection.best()).isZero();
        assertThat(selection.isDecided()).isTrue();
    }

    @Test
    void refusesWhatMakesNoSense() {
        KimNelson coin = new KimNelson(Best.LARGEST, 1, 0.5, 10, 1, 100);

        assertThatThrownBy(() -> coin.select(2, Sampler.of(APART))).hasMessageContaining("must exceed 1/2");
        assertThatThrownBy(() -> coin.select(1, Sampler.of(APART))).hasMessageContaining("systems (1)");
        assertThatThrownBy(() -> new KimNelson(Best.LARGEST, 0, 0.95, 10, 1, 100))
                .hasMessageContaining("indifference (0.0) must be positive");
        assertThatThrownBy(() -> coin.select(3, demands -> List.of(new double[1], new double[1], new double[1])))
                .hasMessageContaining("10 replications were asked for, and 1 came");
    }
}
