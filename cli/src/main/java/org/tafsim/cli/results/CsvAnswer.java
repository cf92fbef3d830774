package org.tafsim.cli.results;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tafsim.experiment.CsvText;

/** CSV with one line of headings; what has no value is empty. */
final class CsvAnswer implements Answer {

    private final PrintWriter out;

    CsvAnswer(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void columns(List<Column> columns) {
        print(columns.stream().map(Column::name).toList());
    }

    @Override
    public void row(List<@Nullable String> cells) {
        print(cells.stream().map(cell -> cell == null ? "" : cell).toList());
    }

    private void print(List<String> cells) {
        out.print(CsvText.of(csv -> csv.writeRecord(cells)));
    }

    @Override
    public void end() {
        out.flush();
    }
}
