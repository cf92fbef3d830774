package org.tafsim.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.tafsim.engine.RequestRecord;
import org.tafsim.experiment.RequestLog;

/** Requests of one run on their way to a file, in a table of their own: texts as numbers, times in ns. */
final class RequestTable implements RequestLog.Part {

    private final DuckDBConnection connection;
    private final DuckDBAppender appender;
    private final String table;
    private final String policy;
    private final int replication;
    private final TextCodes apps = new TextCodes();
    private final TextCodes populations = new TextCodes();
    private final TextCodes replicas = new TextCodes();
    private final TextCodes outcomes = new TextCodes();

    /** Creates the table; owns the connection, which no other thread may use. */
    RequestTable(DuckDBConnection connection, String table, String policy, int replication) throws SQLException {
        this.connection = connection;
        this.table = table;
        this.policy = policy;
        this.replication = replication;
        DuckDb.execute(connection, """
                CREATE TABLE %s (sequence BIGINT, app INTEGER, population INTEGER, replica INTEGER, outcome INTEGER,
                    measured BOOLEAN, prompt_tokens INTEGER, output_tokens INTEGER, arrival BIGINT,
                    reached_replica BIGINT, admitted BIGINT, first_token BIGINT, ending BIGINT, broken_rules INTEGER)
                """.formatted(table));
        appender = connection.createAppender(table);
    }

    @Override
    public void record(RequestRecord request) {
        try {
            append(request);
        } catch (SQLException e) {
            throw new UncheckedIOException(DuckDb.failure("Cannot keep the requests", e));
        }
    }

    private void append(RequestRecord request) throws SQLException {
        appender.beginRow()
                .append(request.sequence())
                .append(apps.of(request.app()))
                .append(populations.of(request.population()))
                .append(replicas.of(request.replica()))
                .append(outcomes.of(request.outcome().word()))
                .append(request.measured())
                .append(request.promptTokens())
                .append(request.outputTokens())
                .append(request.arrivalNanos())
                .append(request.reachedReplicaNanos())
                .append(request.admittedNanos())
                .append(request.firstTokenNanos())
                .append(request.endNanos())
                .append(request.brokenRules())
                .endRow();
    }

    @Override
    public void close() throws IOException {
        try (connection) {
            appender.close();
        } catch (SQLException e) {
            throw DuckDb.failure("Cannot keep the requests", e);
        }
    }

    /** Query for the rows as the file has them, in the order of appending. */
    String rows() {
        return """
                SELECT %s AS policy, %d::INTEGER AS replication, sequence, %s AS app, %s AS population,
                    nullif(%s, '') AS replica, %s AS outcome, measured, prompt_tokens, output_tokens,
                    arrival / 1e9 AS arrival_s, %s AS reached_replica_s, %s AS admitted_s, %s AS first_token_s, %s AS end_s,
                    broken_rules
                FROM %s
                """.formatted(
                        DuckDb.literal(policy),
                        replication,
                        apps.decode("app"),
                        populations.decode("population"),
                        replicas.decode("replica"),
                        outcomes.decode("outcome"),
                        seconds("reached_replica"),
                        seconds("admitted"),
                        seconds("first_token"),
                        seconds("ending"),
                        table);
    }

    /** The nearest double, which is that of the CSV's nine decimals; nothing where the request did not get there. */
    private static String seconds(String nanos) {
        return "nullif(%s, 0) / 1e9".formatted(nanos);
    }
}
