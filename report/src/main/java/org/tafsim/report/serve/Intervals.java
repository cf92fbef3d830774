package org.tafsim.report.serve;

import org.tafsim.stats.ConfidenceInterval;
import org.tafsim.store.SummaryFile;

/** Intervals as files have them: how many values there were matters to nobody here. */
final class Intervals {

    private Intervals() {}

    static ConfidenceInterval of(SummaryFile.Value value) {
        return new ConfidenceInterval(value.mean(), value.halfWidth().orElse(Double.POSITIVE_INFINITY), 1);
    }
}
