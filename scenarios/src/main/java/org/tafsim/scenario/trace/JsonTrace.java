package org.tafsim.scenario.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tafsim.model.PromptText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A trace in JSONL as Mooncake published them (R. Qin et al., FAST 2025): an object a line, with {@code timestamp} (ms),
 * {@code input_length}, {@code output_length} (tokens) and {@code hash_ids}, a name for each 512 tokens of the prompt. Equal
 * names are equal texts, with all that stands before them.
 */
final class JsonTrace implements TraceSource {

    private static final int BLOCK_TOKENS = 512;
    private static final int NAME_BITS = 32;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int NANO_DIGITS = 6; // of a millisecond
    private static final double MOST_MILLIS = 4e12;

    /** The conversations were recorded on a clock that ticks every 3 s. */
    private static final long CLOCK_NANOS = 3_000_000_000L;

    private final JsonMapper mapper = new JsonMapper();
    private final BufferedReader reader;
    private final long names;
    private long lineNumber;

    /** Opens a file, whose names of texts are its own. */
    JsonTrace(Path file, String name) throws IOException {
        reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        names = (long) name.hashCode() << NAME_BITS;
    }

    @Override
    public Optional<TraceLine> findNext() throws BadLine {
        try {
            String line = reader.readLine();
            lineNumber++;
            while (line != null && line.isBlank()) {
                line = reader.readLine();
                lineNumber++;
            }
            return line == null ? Optional.empty() : Optional.of(request(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TraceLine request(String line) throws BadLine {
        JsonNode object = parse(line);
        int prompt = tokens(object, "input_length");
        int output = tokens(object, "output_length");
        return new TraceLine(nanos(object), prompt, output, text(object, prompt));
    }

    private JsonNode parse(String line) throws BadLine {
        JsonNode node;
        try {
            node = mapper.readTree(line);
        } catch (JacksonException e) {
            throw new BadLine("is not JSON: %s.".formatted(e.getOriginalMessage()));
        }
        if (!node.isObject()) {
            throw new BadLine("is not a JSON object.");
        }
        return node;
    }

    private static JsonNode field(JsonNode object, String key) throws BadLine {
        JsonNode value = object.get(key);
        if (value == null) {
            throw new BadLine("lacks \"%s\".".formatted(key));
        }
        return value;
    }

    private static long nanos(JsonNode object) throws BadLine {
        JsonNode value = field(object, "timestamp");
        if (value.isNumber() && Math.abs(value.doubleValue()) <= MOST_MILLIS) {
            return value.isIntegralNumber()
                    ? value.longValue() * NANOS_PER_MILLI
                    : value.decimalValue()
                            .movePointRight(NANO_DIGITS)
                            .setScale(0, RoundingMode.CEILING)
                            .longValue();
        }
        throw new BadLine("\"timestamp\" (%s) is not an arrival in ms such as 3000.".formatted(shown(value)));
    }

    private static int tokens(JsonNode object, String key) throws BadLine {
        JsonNode value = field(object, key);
        if (!value.isInt() || value.intValue() < 1) {
            throw new BadLine("\"%s\" (%s) is not a number of tokens, at least 1.".formatted(key, shown(value)));
        }
        return value.intValue();
    }

    private PromptText text(JsonNode object, int promptTokens) throws BadLine {
        JsonNode ids = field(object, "hash_ids");
        int blocks = (promptTokens - 1) / BLOCK_TOKENS + 1;
        if (!ids.isArray() || ids.size() != blocks) {
            throw new BadLine("\"hash_ids\" has %d entries; %d tokens are %d blocks of %d."
                    .formatted(ids.size(), promptTokens, blocks, BLOCK_TOKENS));
        }
        long[] texts = new long[blocks];
        int[] ends = new int[blocks];
        for (int block = 0; block < blocks; block++) {
            texts[block] = names | id(ids.get(block));
            ends[block] = Math.min(promptTokens, (block + 1) * BLOCK_TOKENS);
        }
        return new PromptText(texts, ends, false);
    }

    private static long id(JsonNode value) throws BadLine {
        boolean isId = value.isIntegralNumber() && value.canConvertToLong();
        if (!isId || value.longValue() < 0 || value.longValue() >>> NAME_BITS != 0) {
            throw new BadLine("\"hash_ids\" holds %s; ids are whole numbers from 0 to 2^%d - 1."
                    .formatted(shown(value), NAME_BITS));
        }
        return value.longValue();
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    @Override
    public long lineNumber() {
        return lineNumber;
    }

    @Override
    public long passedOver() {
        return 0;
    }

    @Override
    public long usualSpreadNanos() {
        return CLOCK_NANOS;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
