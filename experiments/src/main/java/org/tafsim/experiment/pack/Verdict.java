package org.tafsim.experiment.pack;

/**
 * What came of running a package again.
 *
 * @param kind how far the results agree
 * @param text for people: the test, or the first difference
 */
public record Verdict(Kind kind, String text) {

    /** From the same bytes to other numbers. */
    public enum Kind {
        /** The same bytes. */
        IDENTICAL,
        /** Other bytes, but no metric differs by more than chance explains. */
        EQUAL,
        /** At least one metric differs. */
        DIFFERENT
    }

    /** Whether the results hold. */
    public boolean isReproduced() {
        return kind != Kind.DIFFERENT;
    }
}
