package org.tafsim.store;

import java.io.IOException;

/** DuckDB does not run here: its native library is missing for this system, or may not be unpacked. */
public final class StoreUnavailableException extends IOException {

    StoreUnavailableException(LinkageError cause) {
        super(
                "DuckDB does not run on this machine (%s %s): %s. Everything works without it but Parquet and `results`."
                        .formatted(System.getProperty("os.name"), System.getProperty("os.arch"), reasonOf(cause)),
                cause);
    }

    private static String reasonOf(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
