package org.tafsim.scenario;

import java.util.Collection;
import java.util.OptionalLong;
import org.tafsim.model.ArrivalSpec;

/** How long the replay of a trace takes. */
final class TraceSpan {

    private TraceSpan() {}

    /** From the first to the last request (ns), at the speed of replay; empty where there is no trace. */
    static OptionalLong of(ArrivalSection.Arrivals arrivals) {
        if (arrivals.trace().isPresent() && arrivals.spec() instanceof ArrivalSpec.Trace replay) {
            double nanos = arrivals.trace().get().spanNanos() / replay.speed();
            return OptionalLong.of((long) Math.ceil(Math.min(nanos, Long.MAX_VALUE / 4.0)));
        }
        return OptionalLong.empty();
    }

    /** The longest of all. */
    static OptionalLong longest(Collection<AppSection.PlannedApp> apps) {
        return apps.stream()
                .map(AppSection.PlannedApp::traceSpanNanos)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .max();
    }
}
