package org.tafsim.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;
import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.KeyedDraws;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.kernel.random.Samplers;
import org.tafsim.model.NetworkSlice;
import org.tafsim.stats.ConfidenceInterval;
import org.tafsim.stats.Tally;

/** A cell beside closed forms: processor sharing, guarantees, and lines for a number of places. Transfers come as Poisson processes. */
class CellTheoryTest {
    private static final double NEED_SECONDS = 0.02;
    private static final int TRANSFERS = 40_000;
    private static final int REPLICATIONS = 10;
    private static final InverseCdf EXPONENTIAL = Samplers.exponential(NEED_SECONDS);

    /** Mean time in M/G/1-PS, s / (1 − ρ), whatever the distribution of the sizes (insensitivity). */
    @ParameterizedTest
    @CsvSource({
        "0.4, constant",
        "0.4, exponential",
        "0.4, spread",
        "0.8, constant",
        "0.8, exponential",
        "0.8, spread",
    })
    void theMeanTimeDependsOnTheLoadAndNotOnTheSpreadOfSizes(double load, String sizes) {
        Flow flow = new Flow(0, load / NEED_SECONDS, sizes(sizes));

        assertMean(NEED_SECONDS / (1 - load), 0.2, List.of(Slices.plain("embb", 1)), 1, 0, flow);
    }

    /** What others use is as if the cell were so much smaller: s / (1 − b − ρ), the mean beside Poisson transfers of load b. */
    @Test
    void aBackgroundTakesFromTheCellWhatTransfersOfItsLoadWould() {
        Flow flow = new Flow(0, 0.4 / NEED_SECONDS, EXPONENTIAL);

        assertMean(NEED_SECONDS / (1 - 0.3 - 0.4), 0.1, List.of(Slices.plain("embb", 1)), 1, 0.3, flow);
        Flow others = new Flow(0, 0.3 / NEED_SECONDS, sizes("spread"));
        assertMean(NEED_SECONDS / (1 - 0.3 - 0.4), 0.1, List.of(Slices.plain("embb", 1)), 1, 0, flow, others);
    }

    /** Beside a slice that always has too much to send, one with the guarantee g is a cell of its own of that size: s / (g − ρ). */
    @Test
    void aGuaranteeIsACellOfItsOwnBesideASliceThatIsOverloaded() {
        List<NetworkSlice> slices = List.of(Slices.plain("embb", 1000), Slices.between("ai", 0.5, 1));
        Flow ai = new Flow(1, 0.3 / NEED_SECONDS, EXPONENTIAL);
        Flow embb = new Flow(0, 0.9 / NEED_SECONDS, EXPONENTIAL);

        assertMean(NEED_SECONDS / (0.5 - 0.3), 0.1, slices, 1, 0, ai, embb);
    }

    /** The strict see nothing of the others: s / (1 − ρ) with their own load alone. */
    @Test
    void theStrictHaveTheCellForThemselves() {
        List<NetworkSlice> slices = List.of(Slices.plain("embb", 1), Slices.strict("urllc", 1));
        Flow urllc = new Flow(1, 0.5 / NEED_SECONDS, EXPONENTIAL);

        assertMean(NEED_SECONDS / (1 - 0.5), 0.1, slices, 1, 0, urllc, new Flow(0, 0.3 / NEED_SECONDS, EXPONENTIAL));
    }

    /**
     * c places of which each has a c-th of the cell are M/M/c: mean time c s + C(c, a) c s / (c − a) with Erlang's second formula
     * C(4, 3.2) = 0.5964 for the share that waits.
     */
    @Test
    void placesOfAFixedShareAreServersWithALine() {
        double waits = 0.5964;
        double each = 4 * NEED_SECONDS;
        NetworkSlice slice = new NetworkSlice("ai", 0, 1, false, 1, OptionalInt.of(4));

        assertMean(
                each + waits * each / (4 - 3.2),
                0.15,
                List.of(slice),
                0.25,
                0,
                new Flow(0, 0.8 / NEED_SECONDS, EXPONENTIAL));
    }

    /** Without a line, users who can fill a c-th of the cell each are M/M/∞ up to c of them: with few, nobody is slowed down. */
    @Test
    void usersWhoCannotFillTheCellDoNotSlowEachOtherDownWhileTheyAreFew() {
        assertMean(
                20 * NEED_SECONDS,
                0.02,
                List.of(Slices.plain("embb", 1)),
                0.05,
                0,
                new Flow(0, 0.2 / NEED_SECONDS, EXPONENTIAL));
    }

    private static InverseCdf sizes(String name) {
        return switch (name) {
            case "constant" -> u -> NEED_SECONDS;
            case "exponential" -> EXPONENTIAL;
            // nine of ten are small, the tenth has most of the bytes: squared variation 4.6
            default -> u -> u < 0.9 ? NEED_SECONDS / 3 : 7 * NEED_SECONDS;
        };
    }

    private record Flow(int slice, double perSecond, InverseCdf sizes) {}

    /** Checks the mean time of the first flow (s). */
    private static void assertMean(
            double expected,
            double precision,
            List<NetworkSlice> slices,
            double userShare,
            double background,
            Flow... flows) {
        double[] means = new double[REPLICATIONS];
        for (int r = 0; r < REPLICATIONS; r++) {
            means[r] = new Run(slices, userShare, background, r, flows).times.mean();
        }
        ConfidenceInterval mean = ConfidenceInterval.student(means, 0.999);
        assertThat(mean.contains(expected)).as("%s in %s", expected, mean).isTrue();
        assertThat(mean.halfWidth()).isLessThan(precision * expected);
    }

    /** One run, until so many transfers of the first flow have begun; the first tenth is warm-up. */
    private static final class Run {
        final Tally times = new Tally();
        private final Kernel kernel = Kernels.create(KernelKind.CALENDAR);
        private final KeyedDraws draws;
        private final Flow[] flows;
        private final Cells cells;
        private final int arrive;
        private final List<Long> beginNanos = new ArrayList<>();
        private final int[] count;

        Run(List<NetworkSlice> slices, double userShare, double background, int replication, Flow... flows) {
            this.flows = flows;
            draws = new RandomStreams(31, replication).keyed("cells");
            cells = new Cells(kernel, slices, this::onSent);
            cells.add(1, userShare, background);
            count = new int[flows.length];
            arrive = kernel.register(EventRank.ARRIVAL, (flow, unused) -> onArrival(flow));
            for (int flow = 0; flow < flows.length; flow++) {
                next(flow);
            }
            while (count[0] < TRANSFERS) {
                kernel.runUntil(kernel.nowNanos() + 1_000_000_000L);
            }
        }

        private void next(int flow) {
            double gap = Samplers.exponential(1 / flows[flow].perSecond()).at(draws.uniform(count[flow], 2 * flow));
            kernel.schedule(kernel.nowNanos() + (long) (gap * 1e9), arrive, flow, 0);
        }

        private void onArrival(int flow) {
            int transfer = beginNanos.size();
            boolean isWatched = flow == 0 && count[0] > TRANSFERS / 10;
            beginNanos.add(isWatched ? kernel.nowNanos() : -1);
            double need = flows[flow].sizes().at(draws.uniform(count[flow]++, 2 * flow + 1));
            cells.enter(transfer, 0, flows[flow].slice(), need);
            next(flow);
        }

        private void onSent(int transfer) {
            if (beginNanos.get(transfer) >= 0) {
                times.record((kernel.nowNanos() - beginNanos.get(transfer)) / 1e9);
            }
        }
    }
}
