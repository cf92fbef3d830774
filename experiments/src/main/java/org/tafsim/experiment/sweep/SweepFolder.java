package org.tafsim.experiment.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.FileTrees;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.experiment.plan.Point;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a sweep's results lie. What is done is what the folder holds: any number of processes may work on one sweep, be killed
 * and start again.
 */
public final class SweepFolder {

    static final String ABOUT = "sweep.json";
    static final String EXPERIMENT = "experiment.yaml";
    private static final int FORMAT = 1;
    private static final String ORIGIN = ".origin";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path path;
    private final SweepPlan plan;

    private SweepFolder(Path path, SweepPlan plan) {
        this.path = path;
        this.plan = plan;
    }

    /**
     * The folder of a plan, created where it is missing or empty.
     *
     * @param source the experiment's text and where it came from
     * @throws IOException where the folder holds something else, or cannot be written; nothing there is changed then
     */
    public static SweepFolder open(Path path, SweepPlan plan, ExperimentSource source) throws IOException {
        SweepFolder folder = new SweepFolder(path.toAbsolutePath().normalize(), plan);
        if (Files.exists(folder.path.resolve(ABOUT))) {
            folder.checkSame();
        } else if (Files.exists(folder.path) && !folder.isFresh()) {
            throw new IOException("%s holds something that no sweep wrote. Choose another folder.".formatted(path));
        }
        folder.write(source);
        return folder;
    }

    /**
     * The experiment of a folder, as it was when the folder was made.
     *
     * @throws IOException where it is not a sweep's folder
     */
    public static ExperimentSource source(Path path) throws IOException {
        if (!Files.exists(path.resolve(ABOUT))) {
            throw new IOException("%s is not the folder of a sweep: it has no %s.".formatted(path, ABOUT));
        }
        String name = checkFormat(path).path("name").asString("experiment");
        String text = Files.readString(path.resolve(EXPERIMENT), StandardCharsets.UTF_8);
        Path origin = Files.exists(path.resolve(ORIGIN))
                ? Path.of(Files.readString(path.resolve(ORIGIN), StandardCharsets.UTF_8)
                        .strip())
                : path;
        return new ExperimentSource(name + ".yaml", text, origin); // an experiment without a name has that of its file
    }

    private static JsonNode checkFormat(Path path) throws IOException {
        try {
            JsonNode about = JSON.readTree(Files.readString(path.resolve(ABOUT), StandardCharsets.UTF_8));
            if (about.path("format").asInt(0) != FORMAT) {
                throw new IOException("%s was written by another version of tafsim (format %s, this one reads %d)."
                        .formatted(path.resolve(ABOUT), about.path("format").asString("?"), FORMAT));
            }
            return about;
        } catch (JacksonException e) {
            throw new IOException("%s is damaged; it is not JSON.".formatted(path.resolve(ABOUT)), e);
        }
    }

    private void checkSame() throws IOException {
        String there = checkFormat(path).path("id").asString("");
        if (!there.equals(plan.id().value())) {
            throw new IOException(
                    "%s holds the sweep %s, not %s: the experiment, its scenario or tafsim has changed since. Choose another folder."
                            .formatted(path, there, plan.id().value()));
        }
    }

    private boolean isFresh() throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.allMatch(entry -> entry.getFileName().toString().startsWith("."));
        }
    }

    private void write(ExperimentSource source) throws IOException {
        // First, so that others who start on the same folder at the same time know it for a sweep's.
        put(ABOUT, JSON.writeValueAsString(about()) + "\n");
        Files.createDirectories(path.resolve("tasks"));
        put(EXPERIMENT, source.text());
        put(ORIGIN, source.folder().toAbsolutePath().normalize() + "\n");
        put("points.csv", new PointTable(plan.experiment()).csv());
    }

    private Map<String, Object> about() {
        Experiment experiment = plan.experiment();
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("format", FORMAT);
        about.put("id", plan.id().value());
        about.put("name", experiment.name());
        about.put("tafsim_version", plan.version());
        about.put("points", plan.size());
        about.put("replications", experiment.replications().count());
        about.put("most_replications", experiment.replications().most());
        about.put("randomness", experiment.randomness().name().toLowerCase(Locale.ROOT));
        about.put("paths", experiment.paths());
        if (!plan.plugins().plugins().isEmpty()) {
            about.put("plugins", plan.plugins().plugins());
        }
        return about;
    }

    /** Writes a file whole or not at all, unless it is there with this text. */
    public void put(String name, String text) throws IOException {
        Path file = path.resolve(name);
        if (Files.exists(file) && Files.readString(file, StandardCharsets.UTF_8).equals(text)) {
            return;
        }
        Path parent = Objects.requireNonNull(file.getParent());
        Files.createDirectories(parent);
        Path draft = Files.createTempFile(parent, "." + file.getFileName() + ".", ".tmp");
        Files.writeString(draft, text, StandardCharsets.UTF_8);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes a file that an earlier collection wrote and this one does not. */
    void remove(String name) throws IOException {
        Files.deleteIfExists(path.resolve(name));
    }

    /** Absolute. */
    public Path path() {
        return path;
    }

    /** What is to be run. */
    public SweepPlan plan() {
        return plan;
    }

    /** All tasks that are done, by point and replication. */
    public NavigableSet<TaskKey> finished() throws IOException {
        return keys("tasks", "");
    }

    /** All tasks that failed in every attempt, the last time somebody tried. */
    public NavigableSet<TaskKey> failed() throws IOException {
        return Files.isDirectory(path.resolve("failed")) ? keys("failed", ".txt") : new TreeSet<>();
    }

    private NavigableSet<TaskKey> keys(String place, String suffix) throws IOException {
        NavigableSet<TaskKey> keys = new TreeSet<>();
        try (Stream<Path> entries = Files.list(path.resolve(place))) {
            entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.endsWith(suffix))
                    .map(name -> TaskKey.find(name.substring(0, name.length() - suffix.length())))
                    .flatMap(Optional::stream)
                    .forEach(keys::add);
        }
        return keys;
    }

    /** Drops what a task failed of, since it is tried again. */
    public void forgetFailure(TaskKey key) throws IOException {
        Files.deleteIfExists(failure(key));
    }

    /** What a task failed of: the line before its stack trace. */
    public String reason(TaskKey key) throws IOException {
        return Files.readString(failure(key), StandardCharsets.UTF_8)
                .lines()
                .skip(2)
                .findFirst()
                .orElse("no reason was kept");
    }

    /** Keeps a task's results. */
    void finish(TaskKey key, PlannedPoint point, List<RunResult> results) throws IOException {
        put("points/" + key.point() + "/scenario.resolved.yaml", point.resolved());
        Files.deleteIfExists(failure(key));
        TaskFiles.write(
                task(key),
                point.taskId(key.replication()),
                results,
                plan.experiment().keepsSeries());
    }

    /** Keeps what a task failed of. */
    void fail(TaskKey key, String reason) throws IOException {
        put("failed/" + key + ".txt", reason);
    }

    private Path failure(TaskKey key) {
        return path.resolve("failed").resolve(key + ".txt");
    }

    private Path task(TaskKey key) {
        return path.resolve("tasks").resolve(key.toString());
    }

    /** Results of a finished task, one for each policy. */
    List<RunResult> read(TaskKey key, PlannedPoint point) throws IOException {
        return TaskFiles.read(task(key), point.taskId(key.replication()));
    }

    /** Removes what killed processes left half done. Only while nobody works on the sweep. */
    public void sweepUp() throws IOException {
        try (Stream<Path> entries = Files.list(path.resolve("tasks"))) {
            for (Path entry : entries.toList()) {
                if (entry.getFileName().toString().startsWith(".")) {
                    FileTrees.delete(entry);
                }
            }
        }
    }

    Point point(int number) {
        return plan.experiment().points().get(number);
    }
}
