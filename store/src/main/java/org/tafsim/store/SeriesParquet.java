package org.tafsim.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.SeriesSample;
import org.tafsim.experiment.Decimals;
import org.tafsim.experiment.RunDraft;
import org.tafsim.experiment.SeriesFile;

/** {@code series.parquet}: the columns, order and digits of {@code series.csv}, with numbers as doubles. */
public final class SeriesParquet implements SeriesFile {

    /** File below the run's folder. */
    public static final String FILE = "series.parquet";

    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public void write(RunDraft draft, List<RunResult> results) throws IOException {
        try (ParquetDraft file = new ParquetDraft(draft, FILE)) {
            gather(file, results);
            file.complete("FROM series");
        }
    }

    private static void gather(ParquetDraft file, List<RunResult> results) throws IOException {
        try {
            DuckDb.execute(file.database(), """
                    CREATE TABLE series (policy VARCHAR, replication INTEGER, t_s DOUBLE, entity VARCHAR,
                        metric VARCHAR, value DOUBLE)
                    """);
            try (DuckDBAppender rows = file.database().createAppender("series")) {
                for (RunResult result : results) {
                    append(rows, result);
                }
            }
        } catch (SQLException e) {
            throw DuckDb.failure("Cannot keep the series", e);
        }
    }

    private static void append(DuckDBAppender rows, RunResult result) throws SQLException {
        for (SeriesSample sample : result.series()) {
            rows.beginRow()
                    .append(result.policy())
                    .append(result.replication())
                    .append(sample.atNanos() / NANOS_PER_SECOND)
                    .append(sample.entity())
                    .append(sample.metric())
                    .append(Double.parseDouble(Decimals.fixed(sample.value())))
                    .endRow();
        }
    }
}
