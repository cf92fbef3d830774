package org.tafsim.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.tafsim.engine.NetworkSegments;
import org.tafsim.engine.RequestRecord;
import org.tafsim.experiment.RequestLog;

/**
 * Requests of one run on their way to a file, in a table of their own: texts as numbers, times in ns. All values of a request
 * are one array, for that is a single call to append.
 */
final class RequestTable implements RequestLog.Part {

    /** Nothing where a request stands alone. */
    private static final String SESSION_COLUMNS =
            ", nullif(v[22], -1) AS session, CASE WHEN v[22] >= 0 THEN v[23]::INTEGER END AS session_request";

    private final DuckDBConnection connection;
    private final DuckDBAppender appender;
    private final long[] values;
    private final String table;
    private final String policy;
    private final int replication;
    private final TextCodes apps = new TextCodes();
    private final TextCodes populations = new TextCodes();
    private final TextCodes replicas = new TextCodes();
    private final TextCodes outcomes = new TextCodes();

    /** Creates the table; owns the connection, which no other thread may use. */
    RequestTable(DuckDBConnection connection, String table, String policy, int replication, boolean hasSessions)
            throws SQLException {
        values = new long[hasSessions ? 23 : 21];
        this.connection = connection;
        this.table = table;
        this.policy = policy;
        this.replication = replication;
        DuckDb.execute(connection, "CREATE TABLE %s (v BIGINT[%d])".formatted(table, values.length));
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
        values[0] = request.sequence();
        values[1] = apps.of(request.app());
        values[2] = populations.of(request.population());
        values[3] = replicas.of(request.replica());
        values[4] = outcomes.of(request.outcome().word());
        values[5] = request.measured() ? 1 : 0;
        values[6] = request.promptTokens();
        values[7] = request.outputTokens();
        values[8] = request.arrivalNanos();
        values[9] = request.reachedReplicaNanos();
        values[10] = request.admittedNanos();
        values[11] = request.firstTokenNanos();
        values[12] = request.endNanos();
        values[13] = request.brokenRules();
        append(request.segments());
        if (values.length > 21) {
            values[21] = request.session();
            values[22] = request.sessionRequest();
        }
        appender.beginRow().append(values).endRow();
    }

    private void append(NetworkSegments network) {
        values[14] = network.connectNanos();
        values[15] = network.radioUpNanos();
        values[16] = network.fiberUpNanos();
        values[17] = network.linksUpNanos();
        values[18] = network.linksDownNanos();
        values[19] = network.fiberDownNanos();
        values[20] = network.radioDownNanos();
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
                SELECT %s AS policy, %d::INTEGER AS replication, v[1] AS sequence, %s AS app, %s AS population,
                    nullif(%s, '') AS replica, %s AS outcome, v[6]::BOOLEAN AS measured, v[7]::INTEGER AS prompt_tokens,
                    v[8]::INTEGER AS output_tokens, v[9] / 1e9 AS arrival_s, %s AS reached_replica_s, %s AS admitted_s,
                    %s AS first_token_s, %s AS end_s, v[14]::INTEGER AS broken_rules,
                    v[15] / 1e9 AS connect_s, v[16] / 1e9 AS radio_up_s, v[17] / 1e9 AS fiber_up_s, v[18] / 1e9 AS links_up_s,
                    v[19] / 1e9 AS links_down_s, v[20] / 1e9 AS fiber_down_s, v[21] / 1e9 AS radio_down_s%s
                FROM %s
                """.formatted(
                        DuckDb.literal(policy),
                        replication,
                        apps.decode("v[2]"),
                        populations.decode("v[3]"),
                        replicas.decode("v[4]"),
                        outcomes.decode("v[5]"),
                        seconds("v[10]"),
                        seconds("v[11]"),
                        seconds("v[12]"),
                        seconds("v[13]"),
                        values.length > 21 ? SESSION_COLUMNS : "",
                        table);
    }

    /** The nearest double, which is that of the CSV's nine decimals; nothing where the request did not get there. */
    private static String seconds(String nanos) {
        return "nullif(%s, 0) / 1e9".formatted(nanos);
    }
}
