package org.tafsim.experiment.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What became of a {@link Chain}.
 *
 * @param decisions that hold together, from the first line on
 * @param problem what is wrong, with the number of the line; empty where the chain holds
 */
public record ChainCheck(long decisions, Optional<String> problem) {

    /** A line longer than this is not one of ours. */
    private static final int LONGEST_LINE = 1 << 20;

    /**
     * Follows a chain from its first line to its last.
     *
     * @throws IOException where the file cannot be read
     */
    public static ChainCheck of(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return new Walk().follow(reader);
        } catch (MalformedInputException e) {
            return new ChainCheck(0, Optional.of("it is not text in UTF-8."));
        }
    }

    /** Where a check stands. */
    private static final class Walk {

        private final Chain chain = new Chain();
        private long number;
        private long decisions;
        private boolean isEnded;

        ChainCheck follow(BufferedReader reader) throws IOException {
            Optional<String> problem = Optional.empty();
            for (String line = reader.readLine(); line != null && problem.isEmpty(); line = reader.readLine()) {
                number++;
                problem = take(line);
            }
            if (problem.isEmpty() && !isEnded) {
                problem = Optional.of(
                        "it ends after line %d, without its last line: its end was cut off.".formatted(number));
            }
            return new ChainCheck(decisions, problem);
        }

        private Optional<String> take(String line) {
            if (isEnded) {
                return problem("comes after the last line of the chain.");
            }
            @Nullable JsonNode node = line.length() > LONGEST_LINE ? null : parsed(line);
            if (node == null || !node.isObject()) {
                return problem("is not a line of a decision log.");
            }
            if (!node.path(Chain.PREVIOUS).asString("").equals(chain.previous())) {
                return problem(
                        number == 1
                                ? "is not the first line of a chain: what came before it was dropped."
                                : "does not go on from line %d: one of them was edited, or one was dropped, put in or moved."
                                        .formatted(number - 1));
            }
            return takeKind(node.path(Chain.KIND).asString(""), line);
        }

        private Optional<String> takeKind(String kind, String line) {
            if (number == 1 != kind.equals(Chain.BEGIN)) {
                return problem("is of kind '%s', which does not stand there.".formatted(kind));
            }
            if (kind.equals(Chain.END)) {
                if (!line.equals(chain.linked(Chain.end(decisions)))) {
                    return problem("is not the last line after %d decisions.".formatted(decisions));
                }
                isEnded = true;
            } else if (kind.equals(Chain.DECISION)) {
                decisions++;
            } else if (!kind.equals(Chain.BEGIN)) {
                return problem("is of kind '%s', which does not stand there.".formatted(kind));
            }
            chain.accept(line);
            return Optional.empty();
        }

        private Optional<String> problem(String what) {
            return Optional.of("line %d %s".formatted(number, what));
        }

        private static @Nullable JsonNode parsed(String line) {
            try {
                return Chain.JSON.readTree(line);
            } catch (JacksonException e) {
                return null;
            }
        }
    }
}
