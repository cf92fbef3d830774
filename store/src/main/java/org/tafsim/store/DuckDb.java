package org.tafsim.store;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/** A database in memory, and how its failures read. */
final class DuckDb {

    private DuckDb() {}

    /**
     * Opens a database of its own, gone when its last connection closes.
     *
     * @throws StoreUnavailableException where DuckDB does not run on this machine
     */
    static DuckDBConnection open(Properties settings) throws IOException {
        try {
            return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings);
        } catch (SQLException e) {
            throw failure("Cannot open a database in memory", e);
        } catch (LinkageError e) {
            throw new StoreUnavailableException(e);
        }
    }

    /** Runs one statement without a result. */
    static void execute(DuckDBConnection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A text as SQL has it. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** What went wrong, in one line. */
    static IOException failure(String what, SQLException cause) {
        return new IOException("%s: %s".formatted(what, reason(cause)), cause);
    }

    /** DuckDB's first line; those below repeat the statement. */
    static String reason(SQLException cause) {
        String message = String.valueOf(cause.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
