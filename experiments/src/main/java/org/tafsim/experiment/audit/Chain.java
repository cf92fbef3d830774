package org.tafsim.experiment.audit;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tafsim.experiment.Hashes;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lines of JSON, each of which ends with the SHA-256 of the line before it: whoever changes, drops or moves one breaks the chain
 * behind it. The first line says what is written down, the last how many lines there are.
 */
final class Chain {

    static final String PREVIOUS = "prev";
    static final String KIND = "kind";
    static final String BEGIN = "begin";
    static final String DECISION = "decision";
    static final String END = "end";
    static final String COUNT = "decisions";
    static final JsonMapper JSON = JsonMapper.builder().build();

    private String previous = "sha256:" + "0".repeat(64);

    /** What the next line names as the one before it. */
    String previous() {
        return previous;
    }

    /** The next line, without its line feed. */
    String next(Map<String, Object> facts) {
        return accept(linked(facts));
    }

    /** What the next line would be. */
    String linked(Map<String, Object> facts) {
        Map<String, Object> line = new LinkedHashMap<>(facts);
        line.put(PREVIOUS, previous);
        return JSON.writeValueAsString(line);
    }

    /** Goes on from a line as it stands. */
    String accept(String line) {
        previous = "sha256:" + Hashes.sha256(line.getBytes(StandardCharsets.UTF_8));
        return line;
    }

    /** The last line after so many decisions. */
    static Map<String, Object> end(long decisions) {
        Map<String, Object> end = new LinkedHashMap<>();
        end.put(KIND, END);
        end.put(COUNT, decisions);
        return end;
    }
}
