package org.tafsim.experiment.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tafsim.experiment.Progress;
import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.KeyedDraws;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.kernel.random.Samplers;
import org.tafsim.stats.Tally;

/** A minute of statistics, which no JDK makes different. */
@Tag("long")
class CoverageTheoryTest {

    private static final WaitingTimes QUEUE = new WaitingTimes(0.8);

    @Test
    void proceduresKeepTheirPromisesInAThousandExperiments() {
        List<Coverage> coverages = new CoverageStudy(CoverageStudy.EXPERIMENTS, 42).run(Progress.NONE);

        assertThat(coverages.subList(0, 3))
                .allSatisfy(coverage -> assertThat(coverage.share().estimate())
                        .as(coverage.procedure())
                        .isBetween(0.93, 0.97));
        assertThat(coverages).hasSize(6).allMatch(Coverage::isKept);
    }

    /** Ten systems, the last better than all others by half a standard deviation. */
    @Test
    void budgetAllocationIsRightAtLeastAsOftenAsItEstimates() {
        InverseCdf normal = Samplers.normal();
        BudgetAllocation procedure = new BudgetAllocation(Best.LARGEST, 0.95, 10, 10, 100_000);

        long hits = IntStream.range(0, 1000)
                .filter(experiment -> {
                    KeyedDraws draws = new RandomStreams(42, experiment).keyed("normals");
                    Sampler sampler = Sampler.of((system, replication) ->
                            (system == 9 ? 0.5 : 0) + normal.sample(draws, replication, system));
                    return procedure.select(10, sampler).best() == 9;
                })
                .count();

        assertThat(new Coverage("OCBA", 0.95, 1000, (int) hits).share().low()).isGreaterThan(0.95);
    }

    @Test
    void waitsOfTheTouchstoneAreThoseOfTheQueue() {
        Tally means = new Tally();
        for (int replication = 0; replication < 50; replication++) {
            double[] waits = QUEUE.draw(20_000, new RandomStreams(7, replication).stream("waits"));
            means.record(Mser.mean(waits, 1000, 19_000));
        }

        // The asymptotic variance is ρ (2 + 5ρ − 4ρ² + ρ³) / (1 − ρ)⁴ per customer (D. J. Daley, 1968).
        double variance = 0.8 * (2 + 4 - 2.56 + 0.512) / StrictMath.pow(0.2, 4);
        double deviation = Math.sqrt(variance / 19_000);
        assertThat(means.mean()).isBetween(4 - 3.3 * deviation / Math.sqrt(50), 4 + 3.3 * deviation / Math.sqrt(50));
        assertThat(means.standardDeviation() / deviation).isBetween(0.7, 1.3);
    }

    @Test
    void theNumberOfHitsDoesNotDependOnThreads() {
        CoverageStudy study = new CoverageStudy(3, 1);

        assertThat(study.run(Progress.NONE)).isEqualTo(study.run(Progress.NONE));
    }

    @Test
    void aPromiseIsBrokenWhereSharesStayFarBelow() {
        assertThat(new Coverage("interval", 0.95, 1000, 931).isKept()).isTrue();
        assertThat(new Coverage("interval", 0.95, 1000, 925).isKept()).isFalse();
        assertThat(new Coverage("interval", 0.95, 20, 18).isKept()).isTrue();
    }

    /** 45 of 100: from 0.3503 to 0.5527. */
    @Test
    void shareHasClopperAndPearsonsInterval() {
        Interval share = new Coverage("coin", 0.5, 100, 45).share();

        assertThat(share.low()).isBetween(0.35025, 0.35035);
        assertThat(share.high()).isBetween(0.55265, 0.55275);
        assertThat(new Coverage("coin", 0.5, 10, 0).share().low()).isZero();
        assertThat(new Coverage("coin", 0.5, 10, 10).share().high()).isEqualTo(1);
    }
}
