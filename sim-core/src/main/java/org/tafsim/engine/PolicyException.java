package org.tafsim.engine;

/** A policy threw, or answered with something that is not a candidate. The message names it. */
public final class PolicyException extends RuntimeException {

    PolicyException(String message) {
        super(message);
    }

    PolicyException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The same, where a third party's policy may be it. */
    public PolicyException of(String plugins) {
        return new PolicyException("%s Its plug-in: %s.".formatted(getMessage(), plugins), this);
    }
}
