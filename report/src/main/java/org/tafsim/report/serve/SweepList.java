package org.tafsim.report.serve;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tafsim.store.ResultFolder;
import org.tafsim.store.ResultSurvey;

/**
 * How far sweeps are.
 *
 * @param stamp that of {@link RunList}: where it has changed, the table has too
 * @param sweeps newest results first
 */
record SweepList(String stamp, List<SweepProgress> sweeps) {

    static SweepList of(Shelf shelf) throws IOException {
        ResultSurvey survey = shelf.survey();
        Instant now = shelf.now();
        List<SweepProgress> sweeps = new ArrayList<>();
        for (ResultFolder folder : survey.folders()) {
            if (folder.isSweep()) {
                sweeps.add(SweepProgress.of(shelf.key(folder.path()), folder, now));
            }
        }
        return new SweepList(RunList.stamp(survey), sweeps);
    }
}
