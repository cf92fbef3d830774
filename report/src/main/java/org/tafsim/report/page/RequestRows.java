package org.tafsim.report.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Single requests, as {@code sample.csv} has them.
 *
 * @param columns of it
 * @param rows of texts
 */
record RequestRows(List<String> columns, List<List<String>> rows) {

    /** More are not looked at one by one. */
    private static final int MOST = 1_500;

    static @Nullable RequestRows read(FolderFiles files) {
        List<String> columns = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        files.rows("sample.csv", List.of("policy", "app", "sequence"), "the timeline of a request is left out", row -> {
            if (columns.isEmpty()) {
                columns.addAll(row.getHeader());
            }
            rows.add(row.getFields());
        });
        if (rows.size() > MOST) {
            files.notices().inform("Of %d requests the first %d are shown.".formatted(rows.size(), MOST));
        }
        return rows.isEmpty() ? null : new RequestRows(columns, rows.subList(0, Math.min(MOST, rows.size())));
    }
}
