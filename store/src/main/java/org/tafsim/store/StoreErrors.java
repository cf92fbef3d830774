package org.tafsim.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tafsim.scenario.source.Suggestions;

/** DuckDB's complaints about a question, for people: what is wrong, and what was maybe meant. */
final class StoreErrors {

    private static final List<String> VIEWS = Stream.concat(
                    Stream.of(RunsTable.NAME), Stream.of(ResultView.values()).map(ResultView::word))
            .toList();

    private static final Pattern TABLE = Pattern.compile("Table with name (\\S+) does not exist");
    private static final Pattern COLUMN = Pattern.compile("Referenced column \"([^\"]+)\" not found");
    private static final Pattern CANDIDATES = Pattern.compile("Candidate bindings: ([^\\n]*)");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\".]+\\.)?([^\"]+)\"");
    private static final Pattern FILE = Pattern.compile("(/|[A-Z]:\\\\)[^\"'\\n]*?\\.(csv|parquet)\\b");

    private StoreErrors() {}

    static ResultStoreException of(SQLException e) {
        String message = String.valueOf(e.getMessage());
        Matcher table = TABLE.matcher(message);
        if (table.find()) {
            return new ResultStoreException(unknown("view", table.group(1), VIEWS), e);
        }
        Matcher column = COLUMN.matcher(message);
        if (column.find()) {
            return new ResultStoreException(unknown("column", column.group(1), candidates(message)), e);
        }
        String reason = DuckDb.reason(e);
        Matcher file = FILE.matcher(message);
        boolean isNamed = !file.find() || reason.contains(file.group());
        if (message.contains("No magic bytes")) {
            String name = file.reset().find() ? file.group() : "A file";
            return new ResultStoreException(
                    name + " is no whole Parquet file. Maybe it was cut short: the manifest beside it tells.", e);
        }
        return new ResultStoreException(isNamed ? reason : file.group() + ": " + reason, e);
    }

    private static String unknown(String kind, String name, List<String> known) {
        String hint = Suggestions.maybe(name, known).orElse("Known are: " + String.join(", ", known) + ".");
        return "There is no %s '%s'. %s".formatted(kind, name, hint);
    }

    private static List<String> candidates(String message) {
        List<String> names = new ArrayList<>();
        Matcher list = CANDIDATES.matcher(message);
        if (list.find()) {
            Matcher name = QUOTED.matcher(list.group(1));
            while (name.find()) {
                names.add(name.group(1));
            }
        }
        return names;
    }
}
