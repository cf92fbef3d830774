package org.tafsim.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answer may take.
 *
 * @param rows of it at most
 * @param characters of all its values at most
 * @param seconds of computing it
 */
public record QueryLimits(int rows, long characters, int seconds) {

    public QueryLimits {
        if (rows < 1 || characters < 1 || seconds < 1) {
            throw new IllegalArgumentException("Limits of a question (%d rows, %d characters, %d s) must be at least 1."
                    .formatted(rows, characters, seconds));
        }
    }

    /** Passes rows on; false where there are more. */
    boolean pass(ResultSet result, int columns, RowSink sink) throws SQLException, IOException {
        long passed = 0;
        for (int row = 0; result.next(); row++) {
            if (row == rows) {
                return false;
            }
            List<@Nullable String> cells = ResultStore.cells(result, columns);
            passed += cells.stream()
                    .mapToLong(cell -> cell == null ? 0 : cell.length())
                    .sum();
            if (passed > characters) {
                throw new ResultStoreException(
                        "The answer has more than %,d characters. Ask for less of it.".formatted(characters));
            }
            sink.row(cells);
        }
        return true;
    }

    ResultStoreException tooSlow(SQLException e) {
        return new ResultStoreException(
                "The answer took longer than %d s. Ask for less, or ask `tafsim results query`, which waits."
                        .formatted(seconds),
                e);
    }
}
