package org.tafsim.report.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer.
 *
 * @param status of HTTP
 * @param headers beside those that every answer has
 * @param length of the body (bytes)
 * @param body what is sent
 */
record Reply(int status, Map<String, String> headers, long length, Body body) {

    static final String HTML = "text/html; charset=utf-8";
    static final String TEXT = "text/plain; charset=utf-8";
    static final String CSV = "text/csv; charset=utf-8";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /** Writes bytes. */
    @FunctionalInterface
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    static Reply of(int status, String type, byte[] bytes) {
        return new Reply(status, Map.of("Content-Type", type), bytes.length, out -> out.write(bytes));
    }

    static Reply text(int status, String text) {
        return of(status, TEXT, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static Reply json(int status, Object value) {
        return of(status, "application/json", JSON.writeValueAsBytes(value));
    }

    static Reply json(Object value) {
        return json(200, value);
    }

    static Reply file(Path file, String type) throws IOException {
        return new Reply(200, Map.of("Content-Type", type), Files.size(file), out -> Files.copy(file, out));
    }

    /** To another address of this dashboard. */
    static Reply seeOther(String address) {
        return text(303, "Go to " + address).with("Location", address);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, length, body);
    }
}
