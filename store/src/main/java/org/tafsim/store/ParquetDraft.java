package org.tafsim.store;

import com.sun.management.OperatingSystemMXBean;
import java.io.Closeable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.tafsim.experiment.RunDraft;

/**
 * A Parquet file of a run in the making, and the database in memory that gathers its rows. What outgrows a quarter
 * of the machine, two gigabytes at most, goes to the run's folder until the end. One thread writes, so that the same rows give the same bytes.
 */
final class ParquetDraft implements Closeable {

    private static final long LEAST_MEMORY = 256_000_000;
    private static final long MOST_MEMORY = 2_000_000_000;

    private final RunDraft draft;
    private final String file;
    private final DuckDBConnection database;

    /**
     * Opens the database.
     *
     * @param file name below the run's folder
     * @throws StoreUnavailableException where DuckDB does not run on this machine
     */
    ParquetDraft(RunDraft draft, String file) throws IOException {
        this.draft = draft;
        this.file = file;
        Properties settings = new Properties();
        settings.setProperty("threads", "1");
        settings.setProperty("memory_limit", memoryBytes() + "B");
        settings.setProperty("temp_directory", draft.place("." + file + ".tmp").toString());
        database = DuckDb.open(settings);
    }

    /** What DuckDB may use beside Java's heap, however many the rows; changes no byte of the file. */
    private static long memoryBytes() {
        long machine =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return Math.max(LEAST_MEMORY, Math.min(MOST_MEMORY, machine / 4));
    }

    /** The one connection of the thread that opened it; others duplicate it. */
    DuckDBConnection database() {
        return database;
    }

    /** Writes what a query finds as the run's file: zstd, in row groups of a fixed size. */
    void complete(String query) throws IOException {
        Path path = draft.place(file);
        try {
            DuckDb.execute(
                    database,
                    ("COPY (%s) TO %s (FORMAT parquet, PARQUET_VERSION v2, COMPRESSION zstd, ROW_GROUP_SIZE 122880, "
                                    + "DICTIONARY_SIZE_LIMIT 4096)")
                            .formatted(query, DuckDb.literal(path.toString())));
        } catch (SQLException e) {
            throw DuckDb.failure("Cannot write " + path, e);
        }
        draft.adopt(file);
    }

    /** Ends the database, and with it what it put aside in the folder. */
    @Override
    public void close() throws IOException {
        try {
            database.close();
        } catch (SQLException e) {
            throw DuckDb.failure("Cannot close the database in memory", e);
        }
    }
}
