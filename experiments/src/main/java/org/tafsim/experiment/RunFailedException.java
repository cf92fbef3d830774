package org.tafsim.experiment;

import java.io.UncheckedIOException;

/** A run ended with an exception; {@link #getCause} is that exception. The runs after it did not take place. */
public final class RunFailedException extends RuntimeException {

    private final String policy;
    private final int replication;

    /**
     * Of a run.
     *
     * @param replication from 0
     */
    public RunFailedException(String policy, int replication, Throwable cause) {
        super("Policy %s, replication %s: %s".formatted(policy, replication + 1, messageOf(cause)), cause);
        this.policy = policy;
        this.replication = replication;
    }

    private static String messageOf(Throwable cause) {
        if (cause instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
            return messageOf(unchecked.getCause());
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** Label of the policy. */
    public String policy() {
        return policy;
    }

    /** From 0. */
    public int replication() {
        return replication;
    }
}
