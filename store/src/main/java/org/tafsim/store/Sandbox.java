package org.tafsim.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** A database in memory that knows the views a question names, and can then reach nothing but the results. */
final class Sandbox {

    private static final String MEMORY = "768MB";
    private static final String STRANGERS_DISK = "1GB";

    private Sandbox() {}

    /**
     * Opens a database for one question.
     *
     * @param sql the question, checked here
     * @param output the one file that may be written; none where null
     */
    static DuckDBConnection open(ResultFolders folders, String sql, @Nullable Path output)
            throws IOException, SQLException {
        return open(folders, sql, (database, files) -> lock(database, folders.root(), output));
    }

    /**
     * Opens a database for a question of somebody who may be a stranger: it reads the files of its views, and no other, not even
     * below the root.
     *
     * @throws ResultStoreException where it calls a table function that could reach anything else
     */
    static DuckDBConnection openToStrangers(ResultFolders folders, String sql) throws IOException, SQLException {
        return open(folders, sql, (database, files) -> {
            StrangersQuestion.check(database, sql);
            checkInside(folders.root(), files);
            lockTo(database, files);
        });
    }

    /** Takes from a database what its question does not need. */
    @FunctionalInterface
    private interface Lock {

        /** Locks; {@code files} are those of its views. */
        void close(DuckDBConnection database, List<Path> files) throws IOException, SQLException;
    }

    private static DuckDBConnection open(ResultFolders folders, String sql, Lock lock)
            throws IOException, SQLException {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty(
                "temp_directory",
                System.getProperty("java.io.tmpdir") + "/tafsim-store-"
                        + ProcessHandle.current().pid());
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        DuckDBConnection database = DuckDb.open(settings);
        try {
            checkQuestion(database, sql);
            lock.close(database, createViews(database, folders, sql.toLowerCase(Locale.ROOT)));
            return database;
        } catch (IOException | SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** DuckDB takes apart questions alone: whatever writes, loads or sets is none. */
    private static void checkQuestion(DuckDBConnection database, String sql) throws SQLException {
        String parse = "SELECT j ->> 'error_message', json_array_length(j, '$.statements'), j ->> 'error_type' "
                + "FROM (SELECT json_serialize_sql(CAST(? AS VARCHAR)) AS j)";
        try (PreparedStatement statement = database.prepareStatement(parse)) {
            statement.setString(1, sql);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                String error = result.getString(1);
                if (error != null && "parser".equals(result.getString(3))) {
                    throw new ResultStoreException("The question is not SQL: " + error);
                }
                if (error != null || result.getLong(2) != 1) {
                    throw new ResultStoreException("A question is one SELECT; results are only read, never changed.");
                }
            }
        }
    }

    /** Creates those that a question names, and returns their files. */
    private static List<Path> createViews(DuckDBConnection database, ResultFolders folders, String sql)
            throws IOException, SQLException {
        List<Path> files = new ArrayList<>();
        if (sql.contains(RunsTable.NAME)) {
            RunsTable.create(database, folders.folders());
        }
        DuckDb.execute(database, "CREATE TABLE %s (path VARCHAR, id VARCHAR, point BIGINT)".formatted(ViewSql.FILES));
        for (ResultView view : ResultView.values()) {
            if (sql.contains(view.word())) {
                createView(database, view, folders.folders()).forEach(file -> files.add(file.path()));
            }
        }
        return files;
    }

    private static List<ResultFile> createView(DuckDBConnection database, ResultView view, List<ResultFolder> folders)
            throws IOException, SQLException {
        List<ResultFile> files = new ArrayList<>();
        for (ResultFolder folder : folders) {
            files.addAll(ResultFile.of(view, folder));
        }
        try (DuckDBAppender rows = database.createAppender(ViewSql.FILES)) {
            for (ResultFile file : files) {
                rows.beginRow()
                        .append(file.path().toString())
                        .append(file.id())
                        .append(file.point())
                        .endRow();
            }
        }
        DuckDb.execute(database, new ViewSql(view).create(files));
        return files;
    }

    private static void lock(DuckDBConnection database, Path root, @Nullable Path output) throws SQLException {
        DuckDb.execute(database, "SET allowed_directories = [%s]".formatted(DuckDb.literal(root.toString())));
        if (output != null) {
            DuckDb.execute(database, "SET allowed_paths = [%s]".formatted(DuckDb.literal(output.toString())));
        }
        lock(database);
    }

    private static void checkInside(Path root, List<Path> files) throws IOException {
        for (Path file : files) {
            if (!file.toRealPath().startsWith(root.toRealPath())) {
                throw new ResultStoreException(
                        "%s is a link that leads out of %s; it is not followed.".formatted(file, root));
            }
        }
    }

    private static void lockTo(DuckDBConnection database, List<Path> files) throws SQLException {
        DuckDb.execute(database, "SET max_temp_directory_size = '%s'".formatted(STRANGERS_DISK));
        DuckDb.execute(
                database,
                files.stream()
                        .map(file -> DuckDb.literal(file.toString()))
                        .collect(Collectors.joining(", ", "SET allowed_paths = [", "]")));
        lock(database);
    }

    private static void lock(DuckDBConnection database) throws SQLException {
        DuckDb.execute(database, "SET enable_external_access = false");
        DuckDb.execute(database, "SET lock_configuration = true");
    }
}
