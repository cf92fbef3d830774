package org.tafsim.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.SeriesSample;

class LoadLinesTest {

    private static RunResult run(String policy, int replication, double... inFlight) {
        List<SeriesSample> series = new ArrayList<>();
        for (int i = 0; i < inFlight.length; i++) {
            long at = 10_000_000_000L * (i + 1);
            series.add(new SeriesSample(at, "tier:cloud", "utilization_fraction", inFlight[i] / 100));
            series.add(new SeriesSample(at, "tier:cloud", "in_flight", inFlight[i]));
            series.add(new SeriesSample(at, "tier:far-edge", "utilization_fraction", 0.01));
            series.add(new SeriesSample(at, "tier:far-edge", "in_flight", 1));
        }
        return new RunResult(policy, replication, List.of(), series, List.of(), 1);
    }

    @Test
    void eachPolicyHasItsLoadOverTimeOnOneScale() {
        List<RunResult> results = List.of(
                run("nearest", 0, 10, 20, 79),
                run("nearest", 1, 20, 40, 79),
                run("greedy", 0, 0, 0, 0),
                run("greedy", 1, 0, 0, 0));

        assertThat(String.join("\n", new LoadLines(results, Sparkline.BLOCKS).lines(false)))
                .isEqualTo("""
                Requests in flight  least  most
                  nearest  ▂▄█         16    80
                  greedy   ▁▁▁          1     1
                Accelerators busy, in the tier that is most
                  nearest  ▂▃▇       15 %  79 %  cloud
                  greedy   ▁▁▁        1 %   1 %  far edge
                From 0 to 30 s, means of 2 replications. Each group has one scale, which begins at 0.""");
    }

    @Test
    void longAndWideNamesStayWithinTheWidth() {
        double[] load = new double[500];
        Arrays.fill(load, 123_456);
        List<RunResult> results = List.of(run("filter-then-rank-".repeat(4), 0, load), run("方針".repeat(30), 0, load));

        List<String> lines = new LoadLines(results, Sparkline.BLOCKS).lines(false);

        assertThat(lines).allSatisfy(line -> assertThat(Columns.of(line)).isLessThanOrEqualTo(RunTable.WIDTH));
        assertThat(String.join("", lines).replaceAll("[^方]", "")).hasSize(2 * 30);
    }

    @Test
    void withoutSeriesThereIsNothingToShow() {
        assertThat(new LoadLines(List.of(run("nearest", 0)), Sparkline.BLOCKS).lines(true))
                .isEmpty();
    }
}
