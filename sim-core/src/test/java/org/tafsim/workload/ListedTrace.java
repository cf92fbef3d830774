package org.tafsim.workload;

/** A trace in memory, of rows of arrival (ns), prompt and output (tokens). */
final class ListedTrace implements TraceCursor {
    private final long[][] rows;
    private int row = -1;
    private int closings;

    ListedTrace(long[]... rows) {
        this.rows = rows;
    }

    int closings() {
        return closings;
    }

    @Override
    public boolean advance() {
        if (closings > 0) {
            throw new IllegalStateException("Read after it was closed.");
        }
        return ++row < rows.length;
    }

    @Override
    public long arrivalNanos() {
        return rows[row][0];
    }

    @Override
    public int promptTokens() {
        return (int) rows[row][1];
    }

    @Override
    public int outputTokens() {
        return (int) rows[row][2];
    }

    @Override
    public void close() {
        closings++;
    }
}
