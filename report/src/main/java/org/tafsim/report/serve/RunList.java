package org.tafsim.report.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tafsim.store.ResultFolder;
import org.tafsim.store.ResultStoreException;
import org.tafsim.store.ResultSurvey;

/** The table of runs. Each summary is read once, as long as it stays as it is. */
final class RunList {

    private static final int MOST = 2000;

    private final Map<Path, Kept> kept = new HashMap<>();

    private record Kept(String state, RunRow row) {}

    /**
     * All of it.
     *
     * @param root folder that is shown
     * @param stamp changes with the list
     * @param metrics headings of numbers
     * @param runs newest first
     * @param leftOff runs older than those listed
     * @param flaws folders that cannot be read
     */
    record Table(
            String root,
            String stamp,
            List<KeyMetric.Heading> metrics,
            List<RunRow> runs,
            int leftOff,
            List<Flaw> flaws) {}

    /** A folder that cannot be read, and why. */
    record Flaw(String folder, String reason) {}

    synchronized Table of(Shelf shelf) throws IOException {
        ResultSurvey survey = shelf.survey();
        List<ResultFolder> runs = survey.folders().stream()
                .filter(folder -> !folder.isSweep())
                .sorted(Comparator.comparing((ResultFolder run) -> run.fact("started_at"))
                        .reversed())
                .toList();
        List<RunRow> rows = new ArrayList<>();
        List<Flaw> flaws = new ArrayList<>();
        for (ResultFolder run : runs.subList(0, Math.min(MOST, runs.size()))) {
            try {
                rows.add(row(shelf, run));
            } catch (ResultStoreException e) {
                flaws.add(new Flaw(shelf.key(run.path()), String.valueOf(e.getMessage())));
            }
        }
        survey.flaws().forEach(flaw -> flaws.add(new Flaw(shelf.key(flaw.folder()), flaw.reason())));
        kept.keySet().retainAll(runs.stream().map(ResultFolder::path).toList());
        return new Table(
                shelf.root().toString(),
                stamp(survey),
                KeyMetric.headings(),
                rows,
                runs.size() - Math.min(MOST, runs.size()),
                flaws);
    }

    private RunRow row(Shelf shelf, ResultFolder run) throws IOException {
        Path summary = run.path().resolve("summary.csv");
        String state =
                "%s %s %s".formatted(run.fact("started_at"), Files.size(summary), Files.getLastModifiedTime(summary));
        Kept known = kept.get(run.path());
        if (known == null || !known.state().equals(state)) {
            known = new Kept(state, RunRow.of(shelf.key(run.path()), run));
            kept.put(run.path(), known);
        }
        return known.row();
    }

    /** Changes when a result comes, goes, ends or is replaced. */
    static String stamp(ResultSurvey survey) {
        StringBuilder state = new StringBuilder();
        for (ResultFolder folder : survey.folders()) {
            state.append(folder.path())
                    .append(folder.fact("started_at"))
                    .append(folder.isComplete())
                    .append('\n');
        }
        survey.flaws().forEach(flaw -> state.append(flaw).append('\n'));
        return Integer.toHexString(state.toString().hashCode());
    }
}
