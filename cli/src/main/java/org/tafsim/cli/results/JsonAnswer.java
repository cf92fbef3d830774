package org.tafsim.cli.results;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.Json;

/** A list of rows, each a mapping of columns to values. */
final class JsonAnswer implements Answer {

    private final PrintWriter out;
    private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    private List<Column> columns = List.of();

    JsonAnswer(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void columns(List<Column> columns) {
        this.columns = columns;
    }

    @Override
    public void row(List<@Nullable String> cells) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(columns.get(i).name(), value(columns.get(i), cells.get(i)));
        }
        rows.add(row);
    }

    private static @Nullable Object value(Column column, @Nullable String cell) {
        boolean isNumber = cell != null && column.isNumber() && cell.matches("-?[0-9.]+([eE][-+]?[0-9]+)?");
        return isNumber ? new BigDecimal(cell) : cell;
    }

    @Override
    public void end() {
        Json.print(out, rows);
    }
}
