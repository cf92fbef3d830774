package org.tafsim.experiment;

import java.io.IOException;
import java.util.List;
import org.tafsim.engine.RunResult;

/** How the values over time of all runs are written. */
@FunctionalInterface
public interface SeriesFile {

    /**
     * Writes a file.
     *
     * @param results in the order of policies and replications
     */
    void write(RunDraft draft, List<RunResult> results) throws IOException;
}
