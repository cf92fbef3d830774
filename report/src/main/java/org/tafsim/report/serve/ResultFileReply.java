package org.tafsim.report.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Files of results, to look at or to keep; none of them can do anything in a browser. */
final class ResultFileReply {

    private static final String INERT = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private static final Map<String, String> TYPES = Map.of(
            "csv", Reply.CSV,
            "json", "application/json",
            "jsonl", Reply.TEXT,
            "yaml", Reply.TEXT,
            "txt", Reply.TEXT,
            "svg", "image/svg+xml",
            "png", "image/png",
            "pdf", "application/pdf",
            "parquet", "application/octet-stream");

    private ResultFileReply() {}

    static Reply of(Shelf.Found found) throws IOException {
        String name = found.name();
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        Path file = found.folder().path().resolve(name);
        if (type == null || !Files.isRegularFile(file) || !isInside(found, file)) {
            throw new Refusal(Refusal.NOT_FOUND, "The result has no such file, or none that is shown.");
        }
        return Reply.file(file, type).with("Content-Security-Policy", INERT);
    }

    /** Whether it is there without a link on the way that leads out. */
    private static boolean isInside(Shelf.Found found, Path file) throws IOException {
        return file.toRealPath().startsWith(found.folder().path().toRealPath());
    }
}
