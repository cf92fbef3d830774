package org.tafsim.store;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Finds one request in the file of requests of a run, under every policy. */
public final class RequestFinder {

    private static final String CSV = "requests.csv";

    private final Path file;

    private RequestFinder(Path file) {
        this.file = file;
    }

    /** Where a run's folder holds requests; Parquet before CSV. */
    public static Optional<RequestFinder> in(Path run) {
        return Stream.of(RequestParquet.FILE, CSV)
                .map(run::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(RequestFinder::new);
    }

    /** The file it looks into. */
    public Path file() {
        return file;
    }

    /**
     * A request, once for each policy, in the order of policies.
     *
     * @param app id of its application
     * @param sequence its number within that
     * @throws ResultStoreException where the file is broken, or lacks a column
     * @throws StoreUnavailableException where the file is Parquet, and DuckDB does not run on this machine
     */
    public List<StoredRequest> find(String app, long sequence, int replication) throws IOException {
        return file.endsWith(CSV) ? inCsv(app, sequence, replication) : inParquet(app, sequence, replication);
    }

    private List<StoredRequest> inParquet(String app, long sequence, int replication) throws IOException {
        Path folder = file.toAbsolutePath().normalize().resolveSibling("");
        ResultFolder alone =
                new ResultFolder(false, "run", folder, JsonMapper.shared().createObjectNode());
        Rows rows = new Rows();
        new ResultStore(new ResultFolders(folder, List.of(alone)))
                .query(
                        "SELECT * EXCLUDE (id, point) FROM requests WHERE app = ? AND sequence = ? AND replication = ?",
                        List.of(app, sequence, replication),
                        rows);
        return rows.found;
    }

    private List<StoredRequest> inCsv(String app, long sequence, int replication) throws IOException {
        List<StoredRequest> found = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                if (field(row, "app").equals(app)
                        && field(row, "sequence").equals(Long.toString(sequence))
                        && field(row, "replication").equals(Integer.toString(replication))) {
                    found.add(request(name -> field(row, name), row.getStartingLineNumber()));
                }
            }
            return found;
        } catch (CsvParseException e) {
            throw new ResultStoreException("%s is no CSV: %s".formatted(file, e.getMessage()), e);
        }
    }

    private String field(NamedCsvRecord row, String name) {
        return row.findField(name).orElseGet(() -> missing(name));
    }

    /** Columns of sessions are there only where there are sessions. */
    private String missing(String column) {
        if (column.startsWith("session")) {
            return "";
        }
        throw new ResultStoreException(
                "%s has no column '%s'. Maybe an older tafsim wrote it.".formatted(file, column));
    }

    private StoredRequest request(UnaryOperator<String> cells, long line) {
        try {
            return StoredRequest.of(cells);
        } catch (IllegalArgumentException | ArithmeticException e) {
            String where = line > 0 ? "%s:%d".formatted(file, line) : file.toString();
            throw new ResultStoreException("%s: is no request: %s.".formatted(where, e.getMessage()), e);
        }
    }

    /** Rows of an answer as requests. */
    private final class Rows implements RowSink {
        private final List<StoredRequest> found = new ArrayList<>();
        private List<Column> columns = List.of();

        @Override
        public void columns(List<Column> of) {
            columns = of;
        }

        @Override
        public void row(List<@Nullable String> cells) {
            Map<String, String> byName = new HashMap<>(); // asked, never iterated
            for (int i = 0; i < cells.size(); i++) {
                String cell = cells.get(i);
                byName.put(columns.get(i).name(), cell == null ? "" : cell);
            }
            found.add(request(
                    name -> {
                        String cell = byName.get(name);
                        return cell == null ? missing(name) : cell;
                    },
                    0));
        }
    }
}
