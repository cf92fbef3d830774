package org.tafsim.scenario.trace;

/** A line that is no request. */
final class BadLine extends Exception {
    private static final long serialVersionUID = 1;

    BadLine(String message) {
        super(message, null, false, false);
    }
}
