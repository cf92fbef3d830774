package org.tafsim.kernel;

/** Our own bookkeeping broke: a law of docs/invariants.md does not hold. The run cannot go on. */
public final class InvariantViolation extends IllegalStateException {
    private final String id;

    /**
     * Names the law and the instant.
     *
     * @param id as in docs/invariants.md, such as {@code INV-1}
     * @param atNanos the clock (ns)
     * @param message whose law, and its two sides
     */
    public InvariantViolation(String id, long atNanos, String message) {
        super("%s at %d ns: %s".formatted(id, atNanos, message));
        this.id = id;
    }

    /** The law's number. */
    public String id() {
        return id;
    }
}
