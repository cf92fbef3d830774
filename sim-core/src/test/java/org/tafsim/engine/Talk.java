package org.tafsim.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.tafsim.engine.SmallWorld.Trajectory;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.CountSpec;
import org.tafsim.model.DurationSpec;
import org.tafsim.model.SessionSpec;
import org.tafsim.serving.StepMode;

/** What tests of sessions share: ways to run and to look at them. */
final class Talk {
    static final long SECOND = 1_000_000_000L;
    static final RunOptions AUDITED = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true);
    static final RunOptions STEP_BY_STEP = new RunOptions(KernelKind.HEAP, StepMode.EXACT_STEPS, true);

    private Talk() {}

    /** Sessions of so many turns, without instructions and tools. */
    static SessionSpec of(CountSpec turns, DurationSpec think) {
        return new SessionSpec(turns, think, 0, OptionalInt.empty(), Optional.empty());
    }

    /** Requests of each session that has ended or not, in their order. */
    static List<List<RequestRecord>> sessions(Trajectory run) {
        TreeMap<Long, List<RequestRecord>> bySession = new TreeMap<>();
        run.requests()
                .forEach(request -> bySession
                        .computeIfAbsent(request.session(), number -> new ArrayList<>())
                        .add(request));
        bySession.values().forEach(requests -> requests.sort(Comparator.comparingInt(RequestRecord::sessionRequest)));
        return List.copyOf(bySession.values());
    }

    /** What a request adds to all that was said before it (tokens). */
    static int added(List<RequestRecord> session, int request) {
        int said = request == 0
                ? 0
                : session.get(request - 1).promptTokens()
                        + session.get(request - 1).outputTokens();
        return session.get(request).promptTokens() - said;
    }
}
