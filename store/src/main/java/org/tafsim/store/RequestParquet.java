package org.tafsim.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.tafsim.experiment.RequestFile;
import org.tafsim.experiment.RunDraft;
import org.tafsim.model.PolicySpec;

/**
 * {@code requests.parquet}: every request of every run, with the columns and in the order of {@code requests.csv}; times are
 * the doubles nearest to it, and what a request did not reach is null. Each run gathers in a table of its own, so that the
 * bytes do not depend on how many threads simulate. Memory stays flat however many there are.
 */
public final class RequestParquet implements RequestFile {

    /** File below the run's folder. */
    public static final String FILE = "requests.parquet";

    private final ParquetDraft file;
    private final boolean hasSessions;
    private final SortedMap<Integer, RequestTable> tables = new ConcurrentSkipListMap<>();

    /**
     * Of a run in the making, without sessions.
     *
     * @throws StoreUnavailableException where DuckDB does not run on this machine
     */
    public RequestParquet(RunDraft draft) throws IOException {
        this(draft, false);
    }

    /**
     * Of a run in the making.
     *
     * @throws StoreUnavailableException where DuckDB does not run on this machine
     */
    public RequestParquet(RunDraft draft, boolean hasSessions) throws IOException {
        this.hasSessions = hasSessions;
        file = new ParquetDraft(draft, FILE);
    }

    @Override
    public Part open(int index, PolicySpec policy, int replication) throws IOException {
        try {
            RequestTable table = new RequestTable(
                    file.database().duplicate(), "run_" + index, policy.label(), replication, hasSessions);
            tables.put(index, table);
            return table;
        } catch (SQLException e) {
            throw DuckDb.failure("Cannot keep the requests", e);
        }
    }

    @Override
    public void complete() throws IOException {
        file.complete(tables.values().stream().map(RequestTable::rows).collect(Collectors.joining("UNION ALL\n")));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
