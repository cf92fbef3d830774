package org.tafsim.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All that lies below a root, whole or not: one broken folder hides no others.
 *
 * @param root without links on the way
 * @param folders results that can be read, by id
 * @param flaws the rest, by folder
 */
public record ResultSurvey(Path root, List<ResultFolder> folders, List<Flaw> flaws) {

    /**
     * Looks.
     *
     * @throws IOException where the root cannot be read
     */
    public static ResultSurvey below(Path root) throws IOException {
        Path real = root.toRealPath();
        List<ResultFolder> found = new ArrayList<>();
        List<Flaw> flaws = new ArrayList<>();
        for (Path folder : ResultFolders.candidates(real)) {
            look(real, folder, found, flaws);
        }
        found.sort(Comparator.comparing(ResultFolder::id).thenComparing(ResultFolder::path));
        flaws.sort(Comparator.comparing(Flaw::folder));
        return new ResultSurvey(real, List.copyOf(found), List.copyOf(flaws));
    }

    private static void look(Path root, Path folder, List<ResultFolder> found, List<Flaw> flaws) {
        try {
            boolean isHidden = ResultFolders.isHidden(folder) && !folder.equals(root);
            if (!folder.toRealPath().startsWith(root)) {
                flaws.add(new Flaw(folder, "A link that leads out of the folder looked at; it is not followed."));
            } else if (isHidden && isRun(folder)) {
                flaws.add(new Flaw(folder, "A run that is not done: it is under way, or was killed."));
            } else if (!isHidden) {
                Optional<ResultFolder> result = ResultFolder.find(folder);
                result.filter(known -> flaw(known).isEmpty()).ifPresent(found::add);
                result.flatMap(ResultSurvey::flaw).ifPresent(flaws::add);
            }
        } catch (IOException | ResultStoreException e) {
            flaws.add(new Flaw(folder, String.valueOf(e.getMessage())));
        }
    }

    private static boolean isRun(Path folder) {
        return Files.isRegularFile(folder.resolve("run.json"));
    }

    /** Of a run that lacks what every run has. */
    private static Optional<Flaw> flaw(ResultFolder folder) {
        if (folder.isSweep()) {
            return Optional.empty();
        }
        String status = folder.fact("status");
        if (!status.equals("ok")) {
            return Optional.of(
                    new Flaw(folder.path(), "The run is not done: its run.json has status '%s'.".formatted(status)));
        }
        return Files.isRegularFile(folder.path().resolve("summary.csv"))
                ? Optional.empty()
                : Optional.of(new Flaw(folder.path(), "The run is not whole: it has no summary.csv."));
    }

    /** The results alone, for questions. */
    public ResultFolders results() {
        return new ResultFolders(root, folders);
    }

    /**
     * What cannot be read.
     *
     * @param folder absolute
     * @param reason a sentence
     */
    public record Flaw(Path folder, String reason) {}
}
