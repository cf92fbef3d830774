package org.tafsim.spark;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Runs a sweep's points on Spark; see docs/slurm.md for how to submit it.
 *
 * <pre>spark-submit --class org.tafsim.spark.SparkSweep spark.jar POINTS CHUNK VERB...</pre>
 *
 * <p>Like every engine it only calls the task verb, for chunks of points: {@code VERB... --points A-B}. Its exit codes are the
 * verb's: 0 where all is there, 1 where tasks failed for good, 75 where Spark gave up on some that may yet succeed.
 */
public final class SparkSweep {

    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int ARGUMENTS_BEFORE_VERB = 2;

    private SparkSweep() {}

    /**
     * The entry for spark-submit.
     *
     * @param args number of points, points of a chunk, the task verb with all its arguments but {@code --points}
     */
    public static void main(String[] args) {
        int code = start(List.of(args), new SparkConf().setIfMissing("spark.app.name", "tafsim"), System.err);
        if (code != ChunkRun.OK) {
            System.exit(code);
        }
    }

    static int start(List<String> args, SparkConf conf, PrintStream err) {
        if (args.size() <= ARGUMENTS_BEFORE_VERB || !isCount(args.get(0)) || !isCount(args.get(1))) {
            err.println("usage: SparkSweep POINTS CHUNK VERB...   (both counts 1 or more), found: " + args);
            return USAGE;
        }
        int points = Integer.parseInt(args.get(0));
        int chunk = Integer.parseInt(args.get(1));
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            return run(spark, rangesOf(points, chunk), args.subList(ARGUMENTS_BEFORE_VERB, args.size()), err);
        }
    }

    private static int run(JavaSparkContext spark, List<String> ranges, List<String> verb, PrintStream err) {
        try {
            List<ChunkRun.Ending> endings = spark.parallelize(ranges, ranges.size())
                    .map(new ChunkRun(verb))
                    .collect();
            return report(endings, err);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // Scala throws Spark's checked exception without saying so.
            if (e instanceof SparkException) {
                err.println("Spark gave up: " + e.getMessage());
                return ChunkRun.RETRY;
            }
            throw e;
        }
    }

    private static int report(List<ChunkRun.Ending> endings, PrintStream err) {
        List<ChunkRun.Ending> bad = endings.stream()
                .filter(ending -> ending.exitCode() != ChunkRun.OK)
                .toList();
        for (ChunkRun.Ending ending : bad) {
            err.println("points %s ended with exit code %s: %s"
                    .formatted(ending.points(), ending.exitCode(), ending.lastWords()));
        }
        return bad.isEmpty() ? ChunkRun.OK : FAILED;
    }

    /** All points, from 0, in ranges of so many. */
    static List<String> rangesOf(int points, int chunk) {
        List<String> ranges = new ArrayList<>();
        for (int from = 0; from < points; from += chunk) {
            ranges.add(from + "-" + (Math.min(points, from + chunk) - 1));
        }
        return ranges;
    }

    private static boolean isCount(String text) {
        return text.matches("[1-9][0-9]{0,8}");
    }
}
