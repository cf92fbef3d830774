package org.tafsim.model;

/**
 * What accelerators and their servers draw.
 *
 * @param idleFraction share of its board power that an accelerator draws while no iteration runs, in [0, 1]
 * @param activeFraction share that it draws while one runs, from the idle share to 1
 * @param prefillFraction share that it draws while one with prompt tokens in it runs, from the active share to 1
 * @param serverFactor power of the whole server over that of its accelerators, at least 1
 */
public record PowerSpec(double idleFraction, double activeFraction, double prefillFraction, double serverFactor) {

    /** Checks. */
    public PowerSpec {
        Require.fraction(idleFraction, "Power", "idle share");
        Require.fraction(activeFraction, "Power", "active share");
        if (idleFraction > activeFraction) {
            throw new IllegalArgumentException(
                    "Power: the idle share (%s) must not exceed the active share (%s). Maybe they are swapped."
                            .formatted(idleFraction, activeFraction));
        }
        Require.fraction(prefillFraction, "Power", "prefill share");
        if (activeFraction > prefillFraction) {
            throw new IllegalArgumentException(
                    "Power: the active share (%s) must not exceed the prefill share (%s). Maybe they are swapped."
                            .formatted(activeFraction, prefillFraction));
        }
        if (!(serverFactor >= 1 && serverFactor < Double.POSITIVE_INFINITY)) { // also catches NaN
            throw new IllegalArgumentException(
                    "Power: the server factor (%s) must be at least 1: a server draws what its accelerators draw, and more."
                            .formatted(serverFactor));
        }
    }

    /** Prompts draw what all iterations draw. */
    public PowerSpec(double idleFraction, double activeFraction, double serverFactor) {
        this(idleFraction, activeFraction, activeFraction, serverFactor);
    }
}
