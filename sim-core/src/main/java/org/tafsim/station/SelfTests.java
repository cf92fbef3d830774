package org.tafsim.station;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;
import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.kernel.random.Samplers;
import org.tafsim.stats.ConfidenceInterval;

/**
 * The kernel, the streams, the stations and the statistics against queues whose answers are known: each mean of 20
 * replications, with its 99.9 % Student interval, beside the closed form of {@link TheoryFormulas}.
 */
public final class SelfTests {
    private static final int REPLICATIONS = 20;
    private static final double CONFIDENCE = 0.999;
    private static final int WARMUP_CUSTOMERS = 3_000;
    private static final int CUSTOMERS = 50_000;
    private static final double MEAN_SERVICE_SECONDS = 0.1;

    private final KernelKind kernelKind;
    private final long seed;
    private final List<TheoryCheck> checks = new ArrayList<>();

    private SelfTests(KernelKind kernelKind, long seed) {
        this.kernelKind = kernelKind;
        this.seed = seed;
    }

    /** Runs all checks, in a fixed order; takes a few seconds of CPU time. */
    public static List<TheoryCheck> run(KernelKind kernelKind, long seed) {
        SelfTests tests = new SelfTests(kernelKind, seed);
        tests.checkMm1();
        tests.checkMmc();
        tests.checkMd1();
        tests.checkProcessorSharing();
        tests.checkInsensitivity();
        tests.checkErlangB();
        return List.copyOf(tests.checks);
    }

    private void checkMm1() {
        double load = 0.8;
        List<QueueReplication> runs = queues(load, 1, Samplers.exponential(MEAN_SERVICE_SECONDS), SelfTests::fifo);
        check(
                "M/M/1",
                "mean wait (s)",
                TheoryFormulas.meanWaitMm1(load, MEAN_SERVICE_SECONDS),
                runs,
                QueueReplication::meanWaitSeconds);
        check("M/M/1", "customers present", TheoryFormulas.meanPresentMm1(load), runs, QueueReplication::meanPresent);
        check("Little's law on M/M/1", "present minus rate times response", 0, runs, SelfTests::littlesGap);
    }

    private void checkMmc() {
        int servers = 8;
        double load = 0.8;
        List<QueueReplication> runs = queues(
                load,
                servers,
                Samplers.exponential(MEAN_SERVICE_SECONDS),
                (kernel, listener) -> new FifoStations(kernel, 1, servers, listener));
        check(
                "M/M/8",
                "mean wait (s)",
                TheoryFormulas.meanWaitMmc(servers, load, MEAN_SERVICE_SECONDS),
                runs,
                QueueReplication::meanWaitSeconds);
        check("Little's law on M/M/8", "present minus rate times response", 0, runs, SelfTests::littlesGap);
    }

    private void checkMd1() {
        double load = 0.8;
        List<QueueReplication> runs = queues(load, 1, u -> MEAN_SERVICE_SECONDS, SelfTests::fifo);
        check(
                "M/D/1",
                "mean wait (s)",
                TheoryFormulas.meanWaitMd1(load, MEAN_SERVICE_SECONDS),
                runs,
                QueueReplication::meanWaitSeconds);
    }

    /** Nine in ten customers bring half the mean size, the tenth eleven times as much: each kind has its own known mean. */
    private void checkProcessorSharing() {
        double load = 0.7;
        double small = MEAN_SERVICE_SECONDS / 2;
        double large = 11 * small;
        List<QueueReplication> runs = queues(load, 1, u -> u < 0.9 ? small : large, SelfTests::shared);
        check(
                "M/G/1-PS, two sizes",
                "mean response of the small (s)",
                TheoryFormulas.meanResponsePs(load, small),
                runs,
                run -> run.meanResponseSeconds(0, MEAN_SERVICE_SECONDS));
        check(
                "M/G/1-PS, two sizes",
                "mean response of the large (s)",
                TheoryFormulas.meanResponsePs(load, large),
                runs,
                run -> run.meanResponseSeconds(MEAN_SERVICE_SECONDS, Double.POSITIVE_INFINITY));
        check("Little's law on M/G/1-PS", "present minus rate times response", 0, runs, SelfTests::littlesGap);
    }

    private void checkInsensitivity() {
        double load = 0.7;
        double shape = 0.25; // variation coefficient 2
        List<QueueReplication> runs =
                queues(load, 1, Samplers.gamma(shape, MEAN_SERVICE_SECONDS / shape), SelfTests::shared);
        check(
                "M/G/1-PS, gamma",
                "mean response (s)",
                TheoryFormulas.meanResponsePs(load, MEAN_SERVICE_SECONDS),
                runs,
                QueueReplication::meanResponseSeconds);
    }

    private void checkErlangB() {
        int servers = 10;
        double offered = 8;
        InverseCdf service = Samplers.lognormalOfMean(MEAN_SERVICE_SECONDS, 1.5);
        List<LossReplication> runs =
                replicate(streams -> new LossReplication(kernel(), servers, WARMUP_CUSTOMERS, CUSTOMERS)
                        .run(streams, offered / MEAN_SERVICE_SECONDS, service));
        check(
                "M/G/10/10 (Erlang B)",
                "blocked fraction",
                TheoryFormulas.erlangB(servers, offered),
                runs,
                LossReplication::blockedFraction);
    }

    private List<QueueReplication> queues(
            double load, int servers, InverseCdf service, QueueReplication.StationFactory factory) {
        double perSecond = load * servers / MEAN_SERVICE_SECONDS;
        return replicate(streams ->
                new QueueReplication(kernel(), factory, WARMUP_CUSTOMERS, CUSTOMERS).run(streams, perSecond, service));
    }

    private <R> List<R> replicate(Function<RandomStreams, R> replication) {
        List<R> runs = new ArrayList<>();
        for (int i = 0; i < REPLICATIONS; i++) {
            runs.add(replication.apply(new RandomStreams(seed, i)));
        }
        return runs;
    }

    private <R> void check(String name, String quantity, double expected, List<R> runs, ToDoubleFunction<R> measure) {
        double[] values = runs.stream().mapToDouble(measure).toArray();
        checks.add(TheoryCheck.of(name, quantity, expected, ConfidenceInterval.student(values, CONFIDENCE)));
    }

    private Kernel kernel() {
        return Kernels.create(kernelKind);
    }

    private static QueueingStations fifo(Kernel kernel, QueueingStations.DepartureListener listener) {
        return new FifoStations(kernel, 1, 1, listener);
    }

    private static QueueingStations shared(Kernel kernel, QueueingStations.DepartureListener listener) {
        return new ProcessorSharingStations(kernel, 1, listener);
    }

    private static double littlesGap(QueueReplication run) {
        return run.meanPresent() - TheoryFormulas.meanPresent(run.arrivalsPerSecond(), run.meanResponseSeconds());
    }
}
