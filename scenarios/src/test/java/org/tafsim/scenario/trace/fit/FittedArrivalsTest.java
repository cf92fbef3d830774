package org.tafsim.scenario.trace.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.ArrivalSpec.Renewal;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.trace.Recording;
import org.tafsim.scenario.trace.ServeGenWindows;
import org.tafsim.workload.ArrivalProcess;
import org.tafsim.workload.ArrivalProcesses;
import org.tafsim.workload.TraceOpener;

/** What is generated after a fit is like what was recorded. */
class FittedArrivalsTest {

    private static final Path DATA = Path.of("..", "..", "shared", "data");
    private static final long WINDOW_NANOS = 600_000_000_000L;

    private static ArrivalProcess generated(ArrivalSpec spec) {
        return ArrivalProcesses.of(
                spec, Optional.empty(), new RandomStreams(20261129, 0).stream("arrivals"), TraceOpener.NONE);
    }

    /** The bars of the recipe: sample CV within 3 % of the asked, distance to the source under 0.03. */
    @Test
    void gapsGeneratedAfterAzuresConversationsAreLikeTheirs() {
        Path file = DATA.resolve("azure-llm-2023/AzureLLMInferenceTrace_conv.csv");
        assumeTrue(Files.exists(file), "The Azure trace is not beside the project: " + file);
        double[] recorded = Recording.read(file, new Problems()).orElseThrow().gapsSeconds();
        ArrivalSpec spec = Recipe.arrivals(GapFit.all(recorded), 1 / new Mean().evaluate(recorded));

        ArrivalProcess process = generated(spec);
        double[] gaps = new double[200_000];
        long last = process.nextNanos();
        for (int i = 0; i < gaps.length; i++) {
            long next = process.nextNanos();
            gaps[i] = (next - last) / 1e9;
            last = next;
        }

        double asked = ((Renewal) spec).variation();
        double variation = new StandardDeviation().evaluate(gaps) / new Mean().evaluate(gaps);
        assertThat(variation).isCloseTo(asked, within(0.03 * asked));
        assertThat(asked).isCloseTo(1.09, within(0.03 * 1.09));
        assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovStatistic(recorded, gaps))
                .isLessThan(0.03);
    }

    /** Fourteen days of four clients, 1.4 million requests; the largest windows of all one by one. */
    @Test
    void clientsGeneratedAfterServeGensHaveTheirRates() {
        Path folder = DATA.resolve("servegen/m-large");
        assumeTrue(Files.exists(folder), "ServeGen's files are not beside the project: " + folder);
        List<ServeGenWindows> files = Stream.of(0, 5, 13, 106)
                .map(client -> folder.resolve("chunk-%d-trace.csv".formatted(client)))
                .map(file -> ServeGenWindows.read(file, new Problems()).orElseThrow())
                .toList();
        int windows = files.get(0).windows().size();
        double[] expected = new double[windows];
        double all = 0;
        for (ServeGenWindows file : files) {
            for (int window = 0; window < windows; window++) {
                expected[window] += 600 * file.windows().get(window).requestsPerSecond();
            }
            all += 600 * windows * file.meanRate();
        }

        ArrivalProcess process = generated(Recipe.arrivals(files));
        double[] counts = new double[windows];
        double sum = 0;
        for (long at = process.nextNanos(); at < windows * WINDOW_NANOS; at = process.nextNanos()) {
            counts[(int) (at / WINDOW_NANOS)]++;
            sum++;
        }

        assertThat(sum).isCloseTo(all, within(0.03 * all));
        for (int window = 0; window < windows; window++) {
            assertThat(counts[window] == 0 || expected[window] > 0)
                    .as("window %d", window)
                    .isTrue();
        }
    }
}
