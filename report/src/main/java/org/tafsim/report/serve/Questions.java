package org.tafsim.report.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.tafsim.experiment.CsvText;
import org.tafsim.store.QueryLimits;
import org.tafsim.store.ResultStore;
import org.tafsim.store.ResultStoreException;
import org.tafsim.store.RowSink;

/** Questions in SQL, few at a time. */
final class Questions {

    private static final int AT_ONCE = 2;
    private static final QueryLimits SHOWN = new QueryLimits(1_000, 4_000_000, 30);
    private static final QueryLimits KEPT = new QueryLimits(100_000, 50_000_000, 60);

    private final Semaphore places = new Semaphore(AT_ONCE);

    /**
     * An answer.
     *
     * @param rows texts; null where there is no value
     * @param isWhole whether there are no more
     */
    record Answer(List<Heading> columns, List<List<@Nullable String>> rows, boolean isWhole) {}

    /** A column, and whether its texts are numbers. */
    record Heading(String name, String type, boolean isNumber) {}

    Reply ask(Shelf shelf, String sql, String format) throws IOException {
        if (sql.isBlank()) {
            throw new Refusal(Refusal.WRONG, "Ask something: one SELECT.");
        }
        if (!places.tryAcquire()) {
            throw new Refusal(
                    Refusal.BUSY, "%d questions are being answered. Ask again in a moment.".formatted(AT_ONCE));
        }
        try {
            ResultStore store = new ResultStore(shelf.survey().results());
            return format.equals("csv") ? csv(store, sql) : Reply.json(answer(store, sql, SHOWN));
        } finally {
            places.release();
        }
    }

    private static Answer answer(ResultStore store, String sql, QueryLimits limits) throws IOException {
        Rows rows = new Rows();
        boolean isWhole = store.query(sql, limits, rows);
        return new Answer(rows.columns, rows.rows, isWhole);
    }

    private static Reply csv(ResultStore store, String sql) throws IOException {
        Answer answer = answer(store, sql, KEPT);
        if (!answer.isWhole()) {
            throw new ResultStoreException(
                    "The answer has more than %,d rows. `tafsim results query --csv` prints them all."
                            .formatted(KEPT.rows()));
        }
        String text = CsvText.of(csv -> {
            csv.writeRecord(answer.columns().stream().map(Heading::name).toList());
            answer.rows()
                    .forEach(row -> csv.writeRecord(
                            row.stream().map(cell -> cell == null ? "" : cell).toList()));
        });
        return Reply.of(200, Reply.CSV, text.getBytes(StandardCharsets.UTF_8))
                .with("Content-Disposition", "attachment; filename=\"answer.csv\"");
    }

    private static final class Rows implements RowSink {

        private final List<List<@Nullable String>> rows = new ArrayList<>();
        private List<Heading> columns = List.of();

        @Override
        public void columns(List<RowSink.Column> columns) {
            this.columns = columns.stream()
                    .map(column -> new Heading(column.name(), column.type(), column.isNumber()))
                    .toList();
        }

        @Override
        public void row(List<@Nullable String> cells) {
            rows.add(cells);
        }
    }
}
