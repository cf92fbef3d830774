package org.tafsim.experiment.slurm;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What a sweep asks of Slurm.
 *
 * @param pointsPerElement points that one element of the array runs, one after the other, at least 1
 * @param atOnce elements that run at the same time; 0 means as many as the cluster gives
 * @param timeLimit of one element
 * @param memoryMegabytes of one element (MiB, as Slurm counts)
 * @param cores of one element
 * @param requeues times that an element which asks for another try gets one, within one submission
 * @param submissions times that missing points are submitted anew, as long as each brings some forward
 * @param onInterrupt what becomes of the array on Ctrl-C
 * @param extra further arguments of sbatch, such as {@code --partition=long}
 */
public record SlurmOptions(
        int pointsPerElement,
        int atOnce,
        Duration timeLimit,
        long memoryMegabytes,
        int cores,
        int requeues,
        int submissions,
        OnInterrupt onInterrupt,
        List<String> extra) {

    /** What becomes of the array when the one who follows it is interrupted. */
    public enum OnInterrupt {
        /** It runs on; {@code sweep resume} follows it again. */
        LEAVE,
        /** It is canceled; finished tasks stay. */
        CANCEL
    }

    /** Ten points, an hour, 1.5 GiB and one core for each element, and an array that outlives its follower. */
    public static final SlurmOptions DEFAULT =
            new SlurmOptions(10, 0, Duration.ofHours(1), 1536, 1, 5, 5, OnInterrupt.LEAVE, List.of());

    public SlurmOptions {
        checkAtLeast(1, pointsPerElement, "points of an element");
        checkAtLeast(0, atOnce, "elements at once");
        checkAtLeast(1, memoryMegabytes, "megabytes of an element");
        checkAtLeast(1, cores, "cores of an element");
        checkAtLeast(0, requeues, "requeues of an element");
        checkAtLeast(1, submissions, "submissions");
        if (timeLimit.toMinutes() < 1) {
            throw new IllegalArgumentException(
                    "The time limit of an element (%s) must be a minute or more. Maybe the unit is missing."
                            .formatted(timeLimit));
        }
        extra = List.copyOf(extra);
    }

    private static void checkAtLeast(long least, long value, String what) {
        if (value < least) {
            throw new IllegalArgumentException("The %s (%s) must be %s or more.".formatted(what, value, least));
        }
    }

    /** The time limit as sbatch reads it: days-hours:minutes:seconds. */
    String timeLimitText() {
        return String.format(
                Locale.ROOT,
                "%d-%02d:%02d:%02d",
                timeLimit.toDays(),
                timeLimit.toHoursPart(),
                timeLimit.toMinutesPart(),
                timeLimit.toSecondsPart());
    }
}
