package org.tafsim.store;

import java.nio.file.Path;

/** How Parquet files are written, the same everywhere: zstd, and row groups of a fixed size. */
final class ParquetCopy {

    private ParquetCopy() {}

    /** Statement that writes what a query finds. */
    static String of(String query, Path file) {
        return "COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)"
                .formatted(query, DuckDb.literal(file.toString()));
    }
}
