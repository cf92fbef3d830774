package org.tafsim.engine;

/**
 * One number of a run.
 *
 * @param scope what it is about: {@code all}, {@code app:NAME}, {@code tier:far-edge}, {@code rule:ID}, {@code stage:S5}
 * @param name snake case, without unit, e.g. {@code ttft_p95}
 * @param unit e.g. {@code ms}, {@code fraction}, {@code count}
 * @param value finite
 */
public record Metric(String scope, String name, String unit, double value) {

    /** Refuses NaN and infinities: nothing that cannot be averaged leaves a run. */
    public Metric {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("Metric %s of %s must be finite, not %s.".formatted(name, scope, value));
        }
    }
}
