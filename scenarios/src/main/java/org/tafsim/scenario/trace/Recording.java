package org.tafsim.scenario.trace;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;
import org.tafsim.workload.TraceCursor;

/** The requests of a trace in memory, as a scenario would replay them: 16 bytes each. */
public final class Recording {

    private static final long MOST_REQUESTS = 50_000_000;

    private final TraceSummary summary;
    private final long[] nanos;
    private final int[] prompts;
    private final int[] outputs;
    private final PrefixHits prefixes = new PrefixHits();

    private Recording(TraceSummary summary, TraceCursor cursor) {
        int requests = Math.toIntExact(summary.requests());
        this.summary = summary;
        nanos = new long[requests];
        prompts = new int[requests];
        outputs = new int[requests];
        for (int i = 0; i < requests && cursor.advance(); i++) {
            nanos[i] = cursor.arrivalNanos();
            prompts[i] = cursor.promptTokens();
            outputs[i] = cursor.outputTokens();
            prefixes.add(cursor.promptText());
        }
    }

    /**
     * Reads a trace.
     *
     * @return empty where something is wrong with it, which is noted
     */
    public static Optional<Recording> read(Path file, Problems problems) {
        Optional<TraceSummary> summary = TraceCheck.check(file, problems);
        if (summary.isPresent() && summary.get().requests() > MOST_REQUESTS) {
            problems.report(
                    Place.of(file.toString()),
                    "holds %d requests; expected at most %d."
                            .formatted(summary.get().requests(), MOST_REQUESTS));
            return Optional.empty();
        }
        return summary.map(held -> {
            try (TraceCursor cursor = open(file)) {
                return new Recording(held, cursor);
            }
        });
    }

    /** A file's requests one by one; it has been checked before. */
    public static TraceCursor open(Path file) {
        Path absolute = file.toAbsolutePath();
        return new TraceFiles(absolute.getRoot())
                .open(new ArrivalSpec.Trace(absolute.toString(), 1, Optional.empty(), OptionalLong.empty()));
    }

    /** What the file holds. */
    public TraceSummary summary() {
        return summary;
    }

    /** Number of requests. */
    public int size() {
        return nanos.length;
    }

    /** Arrivals since the first (ns), in order; those of one tick of a coarse clock are spread. */
    public long[] nanos() {
        return nanos.clone();
    }

    /** Tokens of each prompt. */
    public int[] prompts() {
        return prompts.clone();
    }

    /** Tokens of each output. */
    public int[] outputs() {
        return outputs.clone();
    }

    /** Times between arrivals (s), one less than there are requests. */
    public double[] gapsSeconds() {
        double[] gaps = new double[Math.max(0, nanos.length - 1)];
        Arrays.setAll(gaps, i -> (nanos[i + 1] - nanos[i]) / 1e9);
        return gaps;
    }

    /** Share of the blocks of all prompts that a prefix cache which forgets nothing finds; empty where there are no blocks. */
    public OptionalDouble prefixHitShare() {
        return prefixes.any() ? OptionalDouble.of(prefixes.share()) : OptionalDouble.empty();
    }
}
