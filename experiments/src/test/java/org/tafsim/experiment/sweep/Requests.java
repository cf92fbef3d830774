package org.tafsim.experiment.sweep;

import org.tafsim.engine.Outcome;
import org.tafsim.engine.RequestRecord;

/** Requests for tasks that never ask what they are. */
final class Requests {

    static final RequestRecord ANY =
            new RequestRecord(0, "app", "here", "replica", Outcome.COMPLETED, true, 10, 20, 1, 2, 3, 4, 5, 0);

    private Requests() {}
}
