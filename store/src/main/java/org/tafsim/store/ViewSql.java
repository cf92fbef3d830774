package org.tafsim.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How a view reads its files: those of the same columns together, and the id of each from a table of files. */
final class ViewSql {

    /** Table of path, id and point. */
    static final String FILES = "tafsim_files";

    private static final String SOURCE = "tafsim_source";
    private static final String PARQUET = "";

    private final ResultView view;

    ViewSql(ResultView view) {
        this.view = view;
    }

    /** Statement that creates the view. */
    String create(List<ResultFile> files) throws IOException {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, List<ResultFile>> group : byHeader(files).entrySet()) {
            parts.add(
                    group.getKey().equals(PARQUET) ? parquet(group.getValue()) : csv(group.getKey(), group.getValue()));
        }
        parts.add(view.nothing()); // last, so that columns keep the order of the files
        return "CREATE VIEW %s AS %s".formatted(view.word(), String.join("\nUNION ALL BY NAME\n", parts));
    }

    private static Map<String, List<ResultFile>> byHeader(List<ResultFile> files) throws IOException {
        Map<String, List<ResultFile>> groups = new TreeMap<>();
        for (ResultFile file : files) {
            String header = file.isParquet() ? PARQUET : header(file);
            groups.computeIfAbsent(header, key -> new ArrayList<>()).add(file);
        }
        return groups;
    }

    private static String header(ResultFile file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file.path(), StandardCharsets.UTF_8)) {
            String header = lines.readLine();
            if (header == null || header.isEmpty()) {
                throw new ResultStoreException("%s has no line of headings.".formatted(file.path()));
            }
            return header;
        }
    }

    private static String parquet(List<ResultFile> files) {
        return select("read_parquet(%s, union_by_name = true, filename = '%s')".formatted(paths(files), SOURCE), false);
    }

    private String csv(String header, List<ResultFile> files) {
        List<String> columns = List.of(header.replace("\"", "").split(","));
        return select(
                "read_csv(%s, union_by_name = true, filename = '%s', header = true, delim = ',', quote = '\"', escape = '\"', types = %s)"
                        .formatted(paths(files), SOURCE, view.typesOf(columns)),
                columns.contains("point"));
    }

    private static String select(String reader, boolean hasPoint) {
        return "SELECT files.id, %s rows.* EXCLUDE (%s) FROM %s AS rows JOIN %s AS files ON files.path = rows.%s"
                .formatted(hasPoint ? "" : "files.point,", SOURCE, reader, FILES, SOURCE);
    }

    private static String paths(List<ResultFile> files) {
        return files.stream()
                .map(file -> DuckDb.literal(file.path().toString()))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
