package org.tafsim.scenario;

import java.util.Optional;
import java.util.OptionalLong;
import org.tafsim.model.RunSpec;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Quantities;
import org.tafsim.units.Durations;

/** Reads how long and how often to run. */
final class RunSection {

    private static final long DRAIN_NANOS = 120 * Durations.NANOS_PER_SECOND;
    private static final long SERIES_NANOS = 10 * Durations.NANOS_PER_SECOND;
    private static final int REPLICATIONS = 5;

    private final Reading reading;

    RunSection(Reading reading) {
        this.reading = reading;
    }

    /**
     * The run.
     *
     * @param traceSpanNanos from the first to the last request of the longest trace; its replay is measured to its end where
     *     no duration is stated
     */
    Optional<RunSpec> read(Keys scenario, OptionalLong traceSpanNanos) {
        Optional<Keys> stated = scenario.mapping("run", "the run");
        if (stated.isEmpty() && traceSpanNanos.isEmpty()) {
            reading.problems().report(scenario.at(), "a scenario needs the key 'run', e.g. run: {duration: 10 min}");
            return Optional.empty();
        }
        Keys keys = stated.orElseGet(() -> Keys.empty(scenario.at(), "the run", reading.problems()));
        long seed = keys.optional("seed", Quantities.whole(0, Long.MAX_VALUE, "42"), 1L);
        int replications = keys.optional("replications", Quantities.count("5"), REPLICATIONS);
        long warmup = keys.optional("warmup", Quantities.DURATION, 0L);
        long duration = duration(keys, warmup, traceSpanNanos);
        long drain = keys.optional("drain", Quantities.DURATION, DRAIN_NANOS);
        long series = keys.optional("series", Quantities.POSITIVE_DURATION, SERIES_NANOS);
        long telemetry = keys.optional("telemetry", Quantities.DURATION, 0L);
        keys.done();
        return reading.problems()
                .build(keys.at(), () -> new RunSpec(seed, replications, warmup, duration, drain, series, telemetry));
    }

    private long duration(Keys keys, long warmup, OptionalLong traceSpanNanos) {
        Optional<Long> duration = keys.find("duration", Quantities.POSITIVE_DURATION);
        Optional<Long> horizon = keys.find("horizon", Quantities.POSITIVE_DURATION);
        if (duration.isPresent() && horizon.isPresent()) {
            reading.problems()
                    .report(
                            keys.at("horizon"),
                            "'horizon' and 'duration' do not go together: the horizon is the "
                                    + "warm-up and the duration.");
        }
        if (duration.isPresent()) {
            return duration.get();
        }
        if (horizon.isEmpty() && traceSpanNanos.isEmpty()) {
            return keys.required("duration", Quantities.POSITIVE_DURATION);
        }
        long end = horizon.orElseGet(() -> wholeSecondsAfter(traceSpanNanos.orElse(0)));
        if (end > Quantities.MOST_NANOS) {
            reading.problems().report(keys.at(), "the trace lasts too long at its speed; state a duration.");
        }
        if (warmup >= end) {
            reading.problems()
                    .report(
                            keys.at("warmup"),
                            "the warm-up (%s s) must end before the %s (%s s)."
                                    .formatted(
                                            warmup / Durations.NANOS_PER_SECOND,
                                            horizon.isPresent() ? "horizon" : "trace",
                                            end / Durations.NANOS_PER_SECOND));
            return 1;
        }
        return end - warmup;
    }

    private static long wholeSecondsAfter(long nanos) {
        return (nanos / Durations.NANOS_PER_SECOND + 1) * Durations.NANOS_PER_SECOND;
    }
}
