package org.tafsim.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions in SQL over result folders, which it only reads. Its views are {@code runs}, {@code summary},
 * {@code differences}, {@code series}, {@code cdf}, {@code requests} and {@code points}; each holds the rows of all files of
 * that name, CSV and Parquet alike. A question reads below the root and nothing else of the machine, and changes nothing.
 */
public final class ResultStore {

    private static final String PARQUET = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880";
    private static final Pattern END = Pattern.compile("[;\\s]+$");

    private final ResultFolders folders;

    /** A store of these folders. */
    public ResultStore(ResultFolders folders) {
        this.folders = folders;
    }

    /**
     * Answers.
     *
     * @param question one SELECT
     * @param sink takes the answer
     * @throws ResultStoreException where the question is wrong, or a file that it needs is broken
     * @throws StoreUnavailableException where DuckDB does not run on this machine
     */
    public void query(String question, RowSink sink) throws IOException {
        query(question, List.of(), sink);
    }

    /**
     * Answers a question about values, which never become SQL.
     *
     * @param question one SELECT, with a question mark for each value
     * @param values texts and whole numbers
     * @param sink takes the answer
     * @throws ResultStoreException as {@link #query(String, RowSink)}
     */
    public void query(String question, List<?> values, RowSink sink) throws IOException {
        String sql = END.matcher(question).replaceFirst("");
        try (DuckDBConnection database = Sandbox.open(folders, sql, null)) {
            List<RowSink.Column> columns = columns(database, sql);
            sink.columns(columns);
            try (PreparedStatement statement =
                    database.prepareStatement("SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (\n%s\n)".formatted(sql))) {
                for (int i = 0; i < values.size(); i++) {
                    statement.setObject(i + 1, values.get(i));
                }
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        sink.row(cells(result, columns.size()));
                    }
                }
            }
        } catch (SQLException e) {
            throw StoreErrors.of(e);
        }
    }

    /**
     * Answers a question of somebody who may be a stranger: of files it reaches those of the views alone, and it ends where a
     * limit is reached.
     *
     * @param question one SELECT
     * @return whether the sink has the whole answer, not only the rows that it may have at most
     * @throws ResultStoreException as {@link #query(String, RowSink)}, and where it takes too long
     */
    public boolean query(String question, QueryLimits limits, RowSink sink) throws IOException {
        String sql = END.matcher(question).replaceFirst("");
        try (DuckDBConnection database = Sandbox.openToStrangers(folders, sql)) {
            List<RowSink.Column> columns = columns(database, sql);
            sink.columns(columns);
            try (PreparedStatement statement = database.prepareStatement(
                    "SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (\n%s\n) LIMIT %d".formatted(sql, limits.rows() + 1L))) {
                statement.setQueryTimeout(limits.seconds());
                try (ResultSet result = statement.executeQuery()) {
                    return limits.pass(result, columns.size(), sink);
                }
            }
        } catch (SQLTimeoutException e) {
            throw limits.tooSlow(e);
        } catch (SQLException e) {
            throw StoreErrors.of(e);
        }
    }

    private static List<RowSink.Column> columns(DuckDBConnection database, String sql) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement("SELECT * FROM (\n%s\n)".formatted(sql))) {
            ResultSetMetaData table = statement.getMetaData();
            List<RowSink.Column> columns = new ArrayList<>();
            for (int i = 1; i <= table.getColumnCount(); i++) {
                columns.add(new RowSink.Column(table.getColumnName(i), table.getColumnTypeName(i)));
            }
            return columns;
        }
    }

    static List<@Nullable String> cells(ResultSet result, int count) throws SQLException {
        List<@Nullable String> cells = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            cells.add(result.getString(i));
        }
        return cells;
    }

    /**
     * Writes an answer to a Parquet file, which is there complete or not at all.
     *
     * @param question one SELECT
     * @throws ResultStoreException as {@link #query}
     */
    public void writeParquet(String question, Path file) throws IOException {
        String sql = END.matcher(question).replaceFirst("");
        write(sql, file, PARQUET);
    }

    private void write(String sql, Path target, String format) throws IOException {
        Path file = target.toAbsolutePath().normalize();
        Path parent = Objects.requireNonNull(file.getParent(), "an absolute file has a folder");
        Files.createDirectories(parent);
        Path aside = parent.resolve(".%s.tmp-%s"
                .formatted(file.getFileName(), ProcessHandle.current().pid()));
        try (DuckDBConnection database = Sandbox.open(folders, sql, aside)) {
            DuckDb.execute(
                    database,
                    "COPY (\n%s\n) TO %s (%s, USE_TMP_FILE false)"
                            .formatted(sql, DuckDb.literal(aside.toString()), format));
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (SQLException e) {
            throw StoreErrors.of(e);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /**
     * Writes the tables of one run or sweep to a folder, each as {@code <table>.csv} or {@code <table>.parquet}.
     *
     * @param isParquet else CSV
     * @return the files, absolute
     */
    public static List<Path> export(ResultFolder folder, boolean isParquet, Path target) throws IOException {
        ResultStore alone = new ResultStore(new ResultFolders(folder.path(), List.of(folder)));
        List<Path> written = new ArrayList<>();
        Files.createDirectories(target);
        for (ResultView view : ResultView.values()) {
            List<ResultFile> sources = ResultFile.of(view, folder);
            if (sources.isEmpty()) {
                continue;
            }
            Path file = target.toAbsolutePath().normalize().resolve(view.word() + (isParquet ? ".parquet" : ".csv"));
            ResultFile source = sources.get(0);
            if (sources.size() == 1 && source.isParquet() == isParquet) {
                Files.copy(source.path(), file, StandardCopyOption.REPLACE_EXISTING); // the very bytes, digits and all
            } else {
                alone.write(view.exported(folder.isSweep()), file, isParquet ? PARQUET : "FORMAT csv, HEADER");
            }
            written.add(file);
        }
        return written;
    }
}
