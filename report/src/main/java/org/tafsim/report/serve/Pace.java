package org.tafsim.report.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tafsim.store.ResultFolder;

/**
 * How fast tasks are done, by the last of them, up to the last pause.
 *
 * @param begin of the sweep
 * @param first end of the first task that counts
 * @param last end of the last
 * @param tasks that ended between, the last one included
 */
record Pace(Instant begin, Optional<Instant> first, Optional<Instant> last, int tasks, Instant now) {

    private static final int MOST_TASKS = 50;
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int SLOWER_THAN_PAUSE = 10;

    /**
     * Of tasks.
     *
     * @param begin of the sweep
     * @param ends in order
     */
    static Pace of(Instant begin, List<Instant> ends, Instant now) {
        if (ends.isEmpty()) {
            return new Pace(begin, Optional.empty(), Optional.empty(), 0, now);
        }
        int last = ends.size() - 1;
        int first = last;
        while (first > 0 && last - first < MOST_TASKS && !isPause(ends, first, last)) {
            first--;
        }
        return new Pace(begin, Optional.of(ends.get(first)), Optional.of(ends.get(last)), last - first, now);
    }

    /** Whether the time before a task is out of all proportion to those after it: somebody had stopped. */
    private static boolean isPause(List<Instant> ends, int task, int last) {
        Duration before = Duration.between(ends.get(task - 1), ends.get(task));
        Duration mean = task == last
                ? PAUSE
                : Duration.between(ends.get(task), ends.get(last)).dividedBy(last - task);
        return before.compareTo(limit(mean)) > 0;
    }

    private static Duration limit(Duration mean) {
        Duration limit = mean.multipliedBy(SLOWER_THAN_PAUSE);
        return limit.compareTo(PAUSE) > 0 ? limit : PAUSE;
    }

    /** Time since the last task. */
    Optional<Duration> quiet() {
        return last.map(end -> end.isAfter(now) ? Duration.ZERO : Duration.between(end, now));
    }

    /** Whether the next task is not overdue. */
    boolean isAlive() {
        Duration patience = tasks == 0 ? PAUSE.multipliedBy(SLOWER_THAN_PAUSE) : limit(mean());
        return quiet().orElse(Duration.between(begin, now)).compareTo(patience) <= 0;
    }

    private Duration mean() {
        return Duration.between(first.orElseThrow(), last.orElseThrow()).dividedBy(tasks);
    }

    /** Seconds for so many tasks; null where no two have shown how long one takes, or none has come for too long. */
    @Nullable
    Long timeFor(int rest) {
        if (tasks == 0 || !isAlive()) {
            return null;
        }
        double each = Duration.between(first.orElseThrow(), now).toMillis() / 1e3 / tasks;
        return (long) Math.ceil(Math.max(0, each) * rest);
    }

    /** Whether a task was done after the sweep was added up. */
    boolean isNewerThan(ResultFolder sweep) throws IOException {
        Path summary = sweep.path().resolve("summary.csv");
        return last.isPresent()
                && Files.isRegularFile(summary)
                && last.get().isAfter(Files.getLastModifiedTime(summary).toInstant());
    }
}
