package org.tafsim.plugins.recorded;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * First line of a file of decisions, in JSON; one line for each decision follows: {@code time_ns,app,number,candidates,choice}.
 *
 * @param policy label
 * @param replication from 0
 * @param isBatch whether requests of a window were placed together
 * @param refusalReasons of the policy
 */
record ChoiceHeader(String policy, int replication, boolean isBatch, List<String> refusalReasons) {

    private static final String FORMAT = "tafsim-choices";
    private static final int VERSION = 1;

    /** Copies. */
    ChoiceHeader {
        refusalReasons = List.copyOf(refusalReasons);
    }

    String line() {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("format", FORMAT);
        header.put("format_version", VERSION);
        header.put("policy", policy);
        header.put("replication", replication + 1);
        header.put("batch", isBatch);
        header.put("refusal_reasons", refusalReasons);
        return JsonMapper.shared().writeValueAsString(header);
    }

    /** Reads it, from the first line on. */
    static ChoiceHeader read(BufferedReader file) throws IOException {
        String line = file.readLine();
        if (line == null) {
            throw new RecordedChoiceException("is empty");
        }
        return parse(line);
    }

    /** @throws RecordedChoiceException unless it is of this policy and replication */
    void checkIs(String label, int number) {
        if (!policy.equals(label) || replication != number) {
            throw new RecordedChoiceException(
                    "has the decisions of policy %s, replication %d".formatted(policy, replication + 1));
        }
    }

    private static ChoiceHeader parse(String line) {
        JsonNode header;
        try {
            header = JsonMapper.shared().readTree(line);
        } catch (JacksonException e) {
            throw new RecordedChoiceException("begins with a line that is not JSON", e);
        }
        if (!header.path("format").asString("").equals(FORMAT)) {
            throw new RecordedChoiceException("is not of the format " + FORMAT);
        }
        if (header.path("format_version").asInt(0) != VERSION) {
            throw new RecordedChoiceException("has the format version %s; this tafsim reads %d"
                    .formatted(header.path("format_version").asString("(none)"), VERSION));
        }
        List<String> reasons = new ArrayList<>();
        header.path("refusal_reasons").forEach(reason -> reasons.add(reason.asString("")));
        return new ChoiceHeader(
                header.path("policy").asString(""),
                header.path("replication").asInt(0) - 1,
                header.path("batch").asBoolean(false),
                reasons);
    }
}
