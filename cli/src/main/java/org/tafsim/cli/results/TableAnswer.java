package org.tafsim.cli.results;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;

/** A table for people; of very long answers the start. */
final class TableAnswer implements Answer {

    private static final int MOST_ROWS = 1000;

    private final Terminal terminal;
    private TextTable table = TextTable.of();
    private long rows;

    TableAnswer(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void columns(List<Column> columns) {
        table = TextTable.of(columns.stream()
                .map(column -> column.name() + (column.isNumber() ? "#" : ""))
                .toArray(String[]::new));
    }

    @Override
    public void row(List<@Nullable String> cells) {
        rows++;
        if (rows <= MOST_ROWS) {
            table.add(cells.stream().map(cell -> cell == null ? "" : cell).toArray(String[]::new));
        }
    }

    @Override
    public void end() {
        table.print(terminal.out(), terminal.outAnsi());
        if (rows > MOST_ROWS) {
            terminal.err().println("%d rows, the first %d shown; --csv prints all.".formatted(rows, MOST_ROWS));
        }
    }
}
