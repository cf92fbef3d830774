package org.tafsim.store;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes an answer, row by row. */
public interface RowSink {

    /** Comes first, once. */
    void columns(List<Column> columns) throws IOException;

    /** Texts as DuckDB has them, the same on every JDK; null where there is no value. */
    void row(List<@Nullable String> cells) throws IOException;

    /**
     * A column.
     *
     * @param name as the query has it
     * @param type of DuckDB, such as {@code DOUBLE}
     */
    record Column(String name, String type) {

        /** Whether the texts are numbers. */
        public boolean isNumber() {
            return type.matches("U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL.*");
        }
    }
}
