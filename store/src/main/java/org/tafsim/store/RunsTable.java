package org.tafsim.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The view {@code runs}: what every {@code run.json} says. */
final class RunsTable {

    static final String NAME = "runs";

    private static final List<String> TEXTS = List.of("id", "scenario", "tafsim_version", "jdk", "os");
    private static final List<String> COUNTS = List.of("seed", "replications", "cores");
    private static final List<String> TIMES = List.of("started_at", "ended_at");
    private static final List<String> SECONDS = List.of("wall_s", "cpu_s");

    private RunsTable() {}

    static void create(DuckDBConnection database, List<ResultFolder> folders) throws SQLException {
        DuckDb.execute(database, """
                CREATE TABLE runs (id VARCHAR, scenario VARCHAR, tafsim_version VARCHAR, jdk VARCHAR, os VARCHAR,
                    seed BIGINT, replications BIGINT, cores BIGINT, started_at TIMESTAMP, ended_at TIMESTAMP,
                    wall_s DOUBLE, cpu_s DOUBLE, policies VARCHAR, folder VARCHAR)
                """);
        String insert =
                "INSERT INTO runs VALUES (?, ?, ?, ?, ?, CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT), "
                        + "CAST(? AS TIMESTAMP), CAST(? AS TIMESTAMP), CAST(? AS DOUBLE), CAST(? AS DOUBLE), ?, ?)";
        try (PreparedStatement row = database.prepareStatement(insert)) {
            for (ResultFolder folder : folders) {
                if (!folder.isSweep()) {
                    insert(row, folder);
                }
            }
        }
    }

    private static void insert(PreparedStatement row, ResultFolder run) throws SQLException {
        int i = 1;
        for (List<String> names : List.of(TEXTS, COUNTS, TIMES, SECONDS)) {
            for (String name : names) {
                row.setString(i++, text(run.facts().path(name)));
            }
        }
        row.setString(i++, String.join(", ", run.policies()));
        row.setString(i, run.path().toString());
        row.execute();
    }

    private static @Nullable String text(JsonNode fact) {
        return fact.isMissingNode() || fact.isNull() ? null : fact.asString();
    }
}
