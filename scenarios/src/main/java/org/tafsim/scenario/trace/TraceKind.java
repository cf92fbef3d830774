package org.tafsim.scenario.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Published formats of workload, told apart by how a file begins. */
public enum TraceKind {
    /** Azure LLM inference traces 2023 to 2025, CSV. */
    AZURE("TIMESTAMP", "ContextTokens", "GeneratedTokens"),
    /** BurstGPT, CSV. */
    BURSTGPT("Timestamp", "Request tokens", "Response tokens"),
    /** tafsim's own CSV. */
    TAFSIM("arrival_s", "input_tokens", "output_tokens"),
    /** Mooncake, an object of JSON a line. */
    MOONCAKE,
    /** Windows of a client of ServeGen, CSV without heading. */
    SERVEGEN,
    /** Token lengths of a client of ServeGen, JSON. */
    SERVEGEN_TOKENS,
    /** Activity of squares in steps of 10 minutes as Telecom Italia published it, tab-separated. */
    TELECOM_GRID;

    private static final int LONGEST_BEGINNING = 4096;
    private static final String NUMBER = "-?[0-9.]+([eE][+-]?[0-9]+)?";

    private final String time;
    private final String prompt;
    private final String output;

    TraceKind() {
        this("", "", "");
    }

    TraceKind(String time, String prompt, String output) {
        this.time = time;
        this.prompt = prompt;
        this.output = output;
    }

    /** Names of the columns of arrival, prompt and output; empty where there is no heading. */
    List<String> columns() {
        return time.isEmpty() ? List.of() : List.of(time, prompt, output);
    }

    /** Whether each line is a request. */
    public boolean isOfRequests() {
        return !time.isEmpty() || this == MOONCAKE;
    }

    /** The format of which a heading has all columns. */
    static Optional<TraceKind> ofHeading(List<String> heading) {
        return withHeading().filter(kind -> heading.containsAll(kind.columns())).findFirst();
    }

    /** The format that a heading has most columns of; tafsim's own where it has none. */
    static TraceKind nearestTo(List<String> heading) {
        Comparator<TraceKind> byMatches = Comparator.comparingLong(
                kind -> kind.columns().stream().filter(heading::contains).count());
        return withHeading()
                .max(byMatches.thenComparing(kind -> kind == TAFSIM))
                .orElse(TAFSIM);
    }

    private static Stream<TraceKind> withHeading() {
        return Stream.of(AZURE, BURSTGPT, TAFSIM);
    }

    /** The format of a file, by its first line; empty where it is none of these. */
    public static Optional<TraceKind> of(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            char[] beginning = new char[LONGEST_BEGINNING];
            int length = Math.max(0, reader.read(beginning));
            return ofBeginning(new String(beginning, 0, length)
                    .replace("\u00EF\u00BB\u00BF", "")
                    .strip());
        }
    }

    private static Optional<TraceKind> ofBeginning(String text) {
        String line = text.lines().findFirst().orElse("");
        if (text.startsWith("{")) {
            boolean isOfRequests = line.contains("\"timestamp\"") || line.contains("\"input_length\"");
            return Optional.of(isOfRequests ? MOONCAKE : SERVEGEN_TOKENS);
        }
        if (line.matches(NUMBER + "\t.*")) {
            return Optional.of(TELECOM_GRID);
        }
        if (line.matches(NUMBER + ",.*")) {
            return Optional.of(SERVEGEN);
        }
        List<String> heading = List.of(line.split(",", -1));
        boolean isKnown = withHeading().anyMatch(kind -> kind.columns().stream().anyMatch(heading::contains));
        return isKnown ? Optional.of(nearestTo(heading)) : Optional.empty();
    }
}
