package org.tafsim.engine;

/** A policy threw, or answered with something that is not a candidate. The message names it. */
public final class PolicyException extends RuntimeException {

    PolicyException(String message) {
        super(message);
    }

    PolicyException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The same, of a policy that a third party made. */
    public PolicyException of(String plugin) {
        return new PolicyException("%s The policy is that of %s.".formatted(getMessage(), plugin), this);
    }
}
