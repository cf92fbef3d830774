package org.tafsim.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.cli.console.Terminal;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunResult;
import org.tafsim.report.table.Columns;
import org.tafsim.report.table.Sparkline;

class WatchBlockTest {

    private static WatchedRuns.Look look(String policy, int done, Double... inFlight) {
        List<RunResult> results = IntStream.range(0, done)
                .mapToObj(replication -> new RunResult(
                        policy,
                        replication,
                        List.of(
                                new Metric("all", "slo_attainment", "fraction", 0.9 + 0.01 * replication),
                                new Metric("all", "ttft_p95", "ms", 200 + 10 * replication),
                                new Metric("app:chat", "ttft_p95", "ms", 1),
                                new Metric("all", "violations", "count", 1234)),
                        List.of(),
                        List.of(),
                        1))
                .toList();
        return new WatchedRuns.Look(policy, results, List.of(inFlight));
    }

    @Test
    void itShowsWhatReplicationsGaveAndTheOneUnderWay() {
        WatchedRuns.Snapshot snapshot = new WatchedRuns.Snapshot(
                "hello", 3, 0.5, List.of(look("cloud-only", 2, 1.0, 4.0, 8.0), look("nearest", 0), look("greedy", 1)));

        List<String> lines = new WatchBlock(new Terminal.Size(24, 80), Sparkline.ASCII).lines(snapshot, 60);

        assertThat(String.join("\n", lines)).isEqualTo("""
                #########.......... hello: 3 of 9 runs in 1 min 0 s, about 1 min 0 s left
                            runs       SLO, %   TTFT p95, ms   violations  in flight
                cloud-only   2/3    90.5 ±6.4        205 ±64     1,234 ±0  .=#            8
                nearest      0/3
                greedy       1/3         90.0            200        1,234""");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 100, 200})
    void noLineFillsTheTerminalOrAHundredColumns(int columns) {
        List<WatchedRuns.Look> looks = List.of(look("a".repeat(60), 2, 1.0, 2.0, 123_456.0), look("方針".repeat(30), 3));

        List<String> lines = new WatchBlock(new Terminal.Size(24, columns), Sparkline.BLOCKS)
                .lines(new WatchedRuns.Snapshot("x".repeat(90), 3, 0.9, looks), 7200);

        assertThat(lines).allSatisfy(line -> assertThat(Columns.of(line)).isLessThan(Math.min(101, columns)));
    }

    @Test
    void whatIsHigherThanTheTerminalIsCutToWhatIsUnderWay() {
        List<WatchedRuns.Look> looks = IntStream.range(0, 30)
                .mapToObj(i -> look("policy-" + i, i < 10 ? 2 : 0))
                .toList();

        List<String> lines = new WatchBlock(new Terminal.Size(12, 80), Sparkline.BLOCKS)
                .lines(new WatchedRuns.Snapshot("hello", 2, 0.3, looks), 1);

        assertThat(lines).hasSizeLessThan(12).anyMatch(line -> line.startsWith("policy-10"));
        assertThat(lines.get(lines.size() - 1)).isEqualTo("  and 22 more policies");
    }
}
