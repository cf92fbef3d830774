package org.tafsim.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.tafsim.experiment.RequestFile;
import org.tafsim.experiment.RunDraft;
import org.tafsim.model.PolicySpec;

/**
 * {@code requests.parquet}: every request of every run, with the columns and in the order of {@code requests.csv}; times are
 * the doubles nearest to it, and what a request did not reach is null. Runs gather in tables of their own, which go to the
 * draft's folder where they outgrow {@link #MEMORY}; one thread writes the file, so that its bytes do not depend on
 * how many threads simulate.
 */
public final class RequestParquet implements RequestFile {

    /** File below the run's folder. */
    public static final String FILE = "requests.parquet";

    /** What DuckDB may use beside Java's heap, whatever the number of requests. */
    static final String MEMORY = "512MB";

    private static final String SPILL = ".requests.tmp";

    private final RunDraft draft;
    private final DuckDBConnection database;
    private final SortedMap<Integer, RequestTable> tables = new ConcurrentSkipListMap<>();

    /**
     * Of a run in the making.
     *
     * @throws StoreUnavailableException where DuckDB does not run on this machine
     */
    public RequestParquet(RunDraft draft) throws IOException {
        this.draft = draft;
        Properties settings = new Properties();
        settings.setProperty("threads", "1");
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("temp_directory", draft.place(SPILL).toString());
        database = DuckDb.open(settings);
    }

    @Override
    public Part open(int index, PolicySpec policy, int replication) throws IOException {
        try {
            RequestTable table = new RequestTable(database.duplicate(), "run_" + index, policy.label(), replication);
            tables.put(index, table);
            return table;
        } catch (SQLException e) {
            throw DuckDb.failure("Cannot keep the requests", e);
        }
    }

    @Override
    public void complete() throws IOException {
        Path file = draft.place(FILE);
        String rows = tables.values().stream().map(RequestTable::rows).collect(Collectors.joining("UNION ALL\n"));
        try {
            DuckDb.execute(database, ParquetCopy.of(rows, file));
        } catch (SQLException e) {
            throw DuckDb.failure("Cannot write " + file, e);
        }
        draft.adopt(FILE);
    }

    /** Ends the database, and with it what it put into the folder. */
    @Override
    public void close() throws IOException {
        try {
            database.close();
        } catch (SQLException e) {
            throw DuckDb.failure("Cannot close the database in memory", e);
        }
    }
}
