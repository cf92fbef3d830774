package org.tafsim.report.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tafsim.store.ResultFolder;
import org.tafsim.store.ResultSurvey;

/** The results that are shown, looked over again every second that somebody asks. */
final class Shelf {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final String ROOT = ".";

    private final Path root;
    private final InstantSource clock;
    private @Nullable ResultSurvey survey;
    private Instant surveyed = Instant.MIN;

    Shelf(Path root, InstantSource clock) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new IOException(
                    "There is no folder %s. `tafsim run` writes results/ below where it is called; name another as DIR."
                            .formatted(root));
        }
        this.root = root.toRealPath();
        this.clock = clock;
    }

    /**
     * A file of a result.
     *
     * @param name below the folder, with slashes
     */
    record Found(ResultFolder folder, String name) {}

    synchronized ResultSurvey survey() throws IOException {
        Instant now = clock.instant();
        ResultSurvey known = survey;
        if (known == null || surveyed.isAfter(now) || surveyed.plus(FRESH).isBefore(now)) {
            known = ResultSurvey.below(root);
            survey = known;
            surveyed = now;
        }
        return known;
    }

    Instant now() {
        return clock.instant();
    }

    Path root() {
        return root;
    }

    /** How addresses call a folder: its path below the root, with slashes; the root itself is a dot. */
    String key(Path folder) {
        String key = root.relativize(folder).toString().replace('\\', '/');
        return key.isEmpty() ? ROOT : key;
    }

    /** The result that addresses call so; only what the survey found has a name. */
    Optional<ResultFolder> find(String key) throws IOException {
        return survey().folders().stream()
                .filter(folder -> key(folder.path()).equals(key))
                .findFirst();
    }

    /** The result that a path leads into, and what it means there. */
    Optional<Found> locate(List<String> path) throws IOException {
        for (int names = path.size() - 1; names >= 0; names--) {
            String key = names == 0 ? ROOT : String.join("/", path.subList(0, names));
            String rest = String.join("/", path.subList(names, path.size()));
            Optional<Found> found = find(key).map(folder -> new Found(folder, rest));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
