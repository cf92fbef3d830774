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
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** A database in memory that knows the views a question names, and can then reach nothing but the results. */
final class Sandbox {

    private static final String MEMORY = "768MB";

    private Sandbox() {}

    /**
     * Opens a database for one question.
     *
     * @param sql the question, checked here
     * @param output the one file that may be written; none where null
     */
    static DuckDBConnection open(ResultFolders folders, String sql, @Nullable Path output)
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
            createViews(database, folders, sql.toLowerCase(Locale.ROOT));
            lock(database, folders.root(), output);
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

    private static void createViews(DuckDBConnection database, ResultFolders folders, String sql)
            throws IOException, SQLException {
        if (sql.contains(RunsTable.NAME)) {
            RunsTable.create(database, folders.folders());
        }
        DuckDb.execute(database, "CREATE TABLE %s (path VARCHAR, id VARCHAR, point BIGINT)".formatted(ViewSql.FILES));
        for (ResultView view : ResultView.values()) {
            if (sql.contains(view.word())) {
                createView(database, view, folders.folders());
            }
        }
    }

    private static void createView(DuckDBConnection database, ResultView view, List<ResultFolder> folders)
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
    }

    private static void lock(DuckDBConnection database, Path root, @Nullable Path output) throws SQLException {
        DuckDb.execute(database, "SET allowed_directories = [%s]".formatted(DuckDb.literal(root.toString())));
        if (output != null) {
            DuckDb.execute(database, "SET allowed_paths = [%s]".formatted(DuckDb.literal(output.toString())));
        }
        DuckDb.execute(database, "SET enable_external_access = false");
        DuckDb.execute(database, "SET lock_configuration = true");
    }
}
