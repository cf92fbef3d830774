package org.tafsim.scenario.trace;

/** A line that is no request, or no row of what the file holds. */
final class BadLine extends Exception {
    private static final long serialVersionUID = 1;

    private final int column;

    BadLine(String message) {
        this(0, message);
    }

    /** @param column from 1; 0 where the whole line is wrong */
    BadLine(int column, String message) {
        super(message, null, false, false);
        this.column = column;
    }

    int column() {
        return column;
    }
}
