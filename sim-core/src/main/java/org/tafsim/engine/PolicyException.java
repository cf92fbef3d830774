package org.tafsim.engine;

/** A policy threw, or answered with something that is not a candidate. The message names it. */
public final class PolicyException extends RuntimeException {

    PolicyException(String message) {
        super(message);
    }

    PolicyException(String message, Throwable cause) {
        super(message, cause);
    }
}
