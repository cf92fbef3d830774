package org.tafsim.plugins.process;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the message {@code ready}. */
final class ReadyReader {

    private static final Pattern REASON = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private ReadyReader() {}

    /** @throws ProcessFailure where it is none that this version understands */
    static Ready read(String line) {
        JsonNode ready;
        try {
            ready = JsonMapper.shared().readTree(line);
        } catch (JacksonException e) {
            throw new ProcessFailure("answered hello with what is not JSON: " + Quoted.of(line), e);
        }
        if (!ready.path("type").asString("").equals("ready")) {
            throw new ProcessFailure("answered hello with something else than ready: " + Quoted.of(line));
        }
        if (ready.path("protocol").asInt(0) != ExternalPolicy.PROTOCOL) {
            throw new ProcessFailure("speaks version %s of the protocol; this tafsim speaks %d"
                    .formatted(ready.path("protocol").asString("(not stated)"), ExternalPolicy.PROTOCOL));
        }
        return new Ready(
                ready.path("name").asString("unnamed"),
                ready.path("outcomes").asBoolean(false),
                observations(ready.path("observations")),
                reasons(ready.path("refusal_reasons")));
    }

    private static List<Observation> observations(JsonNode words) {
        if (words.isMissingNode()) {
            return List.of(Observation.values());
        }
        Set<Observation> wanted = new LinkedHashSet<>();
        for (JsonNode word : words) {
            wanted.add(Observation.find(word.asString(""))
                    .orElseThrow(() ->
                            new ProcessFailure("asks for the observation %s, which there is not. There are: %s"
                                    .formatted(word, String.join(", ", Observation.words())))));
        }
        return List.copyOf(wanted);
    }

    private static List<String> reasons(JsonNode words) {
        List<String> reasons = new ArrayList<>();
        for (JsonNode word : words) {
            String reason = word.asString("");
            if (!REASON.matcher(reason).matches() || reasons.contains(reason)) {
                throw new ProcessFailure(
                        "names the refusal reason %s; expected lower-case words joined by hyphens, each once"
                                .formatted(word));
            }
            reasons.add(reason);
        }
        return reasons;
    }
}
