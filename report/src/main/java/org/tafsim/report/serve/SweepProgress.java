package org.tafsim.report.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tafsim.experiment.sweep.TaskKey;
import org.tafsim.store.ResultFolder;

/**
 * How far a sweep is, as its folder tells.
 *
 * @param key by which addresses call it
 * @param points of the experiment
 * @param replications of each, at first
 * @param total tasks, as far as is known; null where a search decides as it goes
 * @param done tasks that are
 * @param failed tasks that failed the last time they were tried
 * @param state complete, running or quiet, where no task was done for a while, which may be long or over
 * @param quietS seconds since the last task was done; null where none is
 * @param etaS seconds that the rest takes at the pace of the last tasks; null where there is no pace
 * @param failures the first few, each with its reason
 */
record SweepProgress(
        String key,
        String id,
        String name,
        int points,
        int replications,
        @Nullable Integer total,
        int done,
        int failed,
        String state,
        @Nullable Long quietS,
        @Nullable Long etaS,
        List<Failure> failures) {

    private static final int MOST_FAILURES = 20;
    private static final Pattern SEARCH = Pattern.compile("(?m)^search\\s*:");

    /** Why a task failed. */
    record Failure(String task, String reason) {}

    static SweepProgress of(String key, ResultFolder sweep, Instant now) throws IOException {
        List<Instant> ends = ends(sweep.path().resolve("tasks"));
        List<String> failed = failed(sweep.path().resolve("failed"));
        int points = sweep.facts().path("points").asInt(0);
        int replications = sweep.facts().path("replications").asInt(0);
        Integer total = isSearch(sweep) ? null : Math.max(points * replications, ends.size() + failed.size());
        Pace pace = Pace.of(begin(sweep.path()), ends, now);
        boolean isComplete = sweep.isComplete()
                && (total == null || ends.size() + failed.size() >= total)
                && !pace.isNewerThan(sweep);
        return new SweepProgress(
                key,
                sweep.id(),
                sweep.fact("name").isEmpty() ? sweep.id() : sweep.fact("name"),
                points,
                replications,
                total,
                ends.size(),
                failed.size(),
                isComplete ? "complete" : pace.isAlive() ? "running" : "quiet",
                pace.quiet().map(Duration::toSeconds).orElse(null),
                isComplete || total == null ? null : pace.timeFor(total - ends.size() - failed.size()),
                reasons(sweep.path().resolve("failed"), failed));
    }

    /** When it was begun: its description is written then, and no more. */
    private static Instant begin(Path folder) throws IOException {
        Path about = folder.resolve("sweep.json");
        return Files.isRegularFile(about) ? Files.getLastModifiedTime(about).toInstant() : Instant.EPOCH;
    }

    private static boolean isSearch(ResultFolder sweep) throws IOException {
        Path experiment = sweep.path().resolve("experiment.yaml");
        return Files.isRegularFile(experiment)
                && SEARCH.matcher(Files.readString(experiment, StandardCharsets.UTF_8))
                        .find();
    }

    /** When tasks ended, in order: their folders appear complete. */
    private static List<Instant> ends(Path tasks) throws IOException {
        List<Instant> ends = new ArrayList<>();
        if (Files.isDirectory(tasks)) {
            try (Stream<Path> entries = Files.list(tasks)) {
                for (Path task : (Iterable<Path>) entries::iterator) {
                    if (TaskKey.find(task.getFileName().toString()).isPresent()) {
                        ends.add(Files.getLastModifiedTime(task).toInstant());
                    }
                }
            }
        }
        Collections.sort(ends);
        return ends;
    }

    private static List<String> failed(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.substring(0, name.length() - ".txt".length()))
                    .filter(name -> TaskKey.find(name).isPresent())
                    .sorted()
                    .toList();
        }
    }

    private static List<Failure> reasons(Path folder, List<String> tasks) throws IOException {
        List<Failure> failures = new ArrayList<>();
        for (String task : tasks.subList(0, Math.min(MOST_FAILURES, tasks.size()))) {
            try (Stream<String> lines = Files.lines(folder.resolve(task + ".txt"), StandardCharsets.UTF_8)) {
                failures.add(new Failure(task, lines.skip(2).findFirst().orElse("No reason was kept.")));
            } catch (NoSuchFileException e) {
                failures.add(new Failure(task, "It is tried again.")); // just now
            }
        }
        return failures;
    }
}
