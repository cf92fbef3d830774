package org.tafsim.experiment.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.tafsim.experiment.Progress;
import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.KeyedDraws;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.kernel.random.Samplers;
import org.tafsim.stats.ConfidenceInterval;

/**
 * Holds the procedures of this package to their promise: each is repeated in many independent experiments whose answer
 * is known, waits in an M/M/1 queue at load 0.8 or normal values. Uses all cores; results depend on neither their
 * number nor their speed.
 */
public final class CoverageStudy {

    /** Experiments where nothing else is asked for. */
    public static final int EXPERIMENTS = 1000;

    private static final double CONFIDENCE = 0.95;
    private static final WaitingTimes QUEUE = new WaitingTimes(0.8);
    private static final InverseCdf NORMAL = Samplers.normal();

    private final int experiments;
    private final long seed;

    /**
     * A study.
     *
     * @param experiments of each procedure, at least 1
     * @param seed root of all random streams; experiment e has the streams of replication e
     */
    public CoverageStudy(int experiments, long seed) {
        Checks.atLeast(1, experiments, "experiments");
        this.experiments = experiments;
        this.seed = seed;
    }

    private record Procedure(String name, Predicate<RandomStreams> isRight) {}

    /**
     * Tries every procedure.
     *
     * @param progress told of each that is done
     */
    public List<Coverage> run(Progress progress) {
        List<Procedure> procedures = List.of(
                new Procedure("replication/deletion", CoverageStudy::replicationDeletion),
                new Procedure("batch means", CoverageStudy::batchMeans),
                new Procedure("sequential stopping", CoverageStudy::sequentialStopping),
                new Procedure("quantile interval", CoverageStudy::quantile),
                new Procedure("KN, independent", streams -> kimNelson(streams, 0)),
                new Procedure("KN, common random numbers", streams -> kimNelson(streams, 0.8)));
        List<Coverage> coverages = new ArrayList<>();
        progress.onProgress(0, procedures.size(), "");
        for (Procedure procedure : procedures) {
            coverages.add(cover(procedure));
            progress.onProgress(coverages.size(), procedures.size(), procedure.name());
        }
        return List.copyOf(coverages);
    }

    private Coverage cover(Procedure procedure) {
        long hits = IntStream.range(0, experiments)
                .parallel()
                .filter(experiment -> procedure.isRight().test(new RandomStreams(seed, experiment)))
                .count();
        return new Coverage(procedure.name(), CONFIDENCE, experiments, (int) hits);
    }

    /** 10 replications of 20 000 customers, cut by MSER-5. */
    private static boolean replicationDeletion(RandomStreams streams) {
        List<double[]> replications = IntStream.range(0, 10)
                .mapToObj(r -> QUEUE.draw(20_000, streams.stream("replication-" + r)))
                .toList();
        return ReplicationDeletion.of(replications, CONFIDENCE).interval().contains(QUEUE.mean());
    }

    /** One run of 400 000 customers, cut by MSER-5, in 20 batches. */
    private static boolean batchMeans(RandomStreams streams) {
        double[] waits = QUEUE.draw(400_000, streams.stream("long"));
        double[] rest = Arrays.copyOfRange(waits, Mser.cut(waits).cut(), waits.length);
        return BatchMeans.of(rest, CONFIDENCE).interval().contains(QUEUE.mean());
    }

    /** Replications of 10 000 customers, the first 500 cut, from 20 of them on until the mean is known to 5 %. */
    private static boolean sequentialStopping(RandomStreams streams) {
        StoppingRule rule = new StoppingRule(20, 1000, 0.05, CONFIDENCE);
        double[] means = {};
        StoppingRule.Decision decision = rule.decide(means);
        while (decision.state() == StoppingRule.State.MORE) {
            means = Arrays.copyOf(means, decision.forecast());
            for (int r = decision.have(); r < means.length; r++) {
                double[] waits = QUEUE.draw(10_000, streams.stream("sequential-" + r));
                means[r] = Arrays.stream(waits, 500, waits.length).average().orElseThrow();
            }
            decision = rule.decide(means);
        }
        return ConfidenceInterval.student(means, CONFIDENCE).contains(QUEUE.mean());
    }

    /** The 0.9-quantile of a normal distribution from 100 values. */
    private static boolean quantile(RandomStreams streams) {
        KeyedDraws draws = streams.keyed("quantile");
        double[] values = IntStream.range(0, 100)
                .mapToDouble(i -> NORMAL.sample(draws, i, 0))
                .toArray();
        return QuantileInterval.of(values, 0.9, CONFIDENCE).contains(NORMAL.at(0.9));
    }

    /**
     * Ten systems of unit variance, the last better than all others by just the indifference, which is the hardest
     * case.
     */
    private static boolean kimNelson(RandomStreams streams, double correlation) {
        int last = 9;
        double indifference = 0.5;
        KeyedDraws own = streams.keyed("own");
        KeyedDraws common = streams.keyed("common");
        Sampler sampler = Sampler.of((system, replication) -> (system == last ? indifference : 0)
                + Math.sqrt(correlation) * NORMAL.sample(common, replication, 0)
                + Math.sqrt(1 - correlation) * NORMAL.sample(own, replication, system));
        KimNelson procedure = new KimNelson(Best.LARGEST, indifference, CONFIDENCE, 10, 1, 10_000);
        return procedure.select(last + 1, sampler).best() == last;
    }
}
