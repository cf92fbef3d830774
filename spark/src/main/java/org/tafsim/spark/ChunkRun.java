package org.tafsim.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.Function;

/**
 * Runs the task verb for a range of points, in a process of its own: Spark's class path and tafsim's never meet.
 *
 * <p>A chunk may run twice, or be cut off with its executor; the verb makes both harmless.
 */
final class ChunkRun implements Function<String, ChunkRun.Ending> {

    /** All tasks of the chunk are there. */
    static final int OK = 0;

    /** Some may yet succeed. */
    static final int RETRY = 75;

    private static final int LINES = 5;

    private final ArrayList<String> verb;

    /**
     * A call of this verb.
     *
     * @param verb the task verb with all its arguments but {@code --points}
     */
    ChunkRun(List<String> verb) {
        this.verb = new ArrayList<>(verb);
    }

    /**
     * How a chunk ended.
     *
     * @param points its range
     * @param exitCode of the verb
     * @param lastWords the last lines that it said
     */
    record Ending(String points, int exitCode, String lastWords) implements Serializable {}

    /**
     * Runs the verb.
     *
     * @throws IOException where it asks for another try, so that Spark gives it one, as often as
     *     {@code spark.task.maxFailures} says
     */
    @Override
    public Ending call(String points) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(verb);
        command.add("--points");
        command.add(points);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code == RETRY) {
                throw new IOException("Points %s ask for another try: %s".formatted(points, lastLinesOf(said)));
            }
            return new Ending(points, code, lastLinesOf(said));
        } finally {
            process.destroy();
        }
    }

    private static String lastLinesOf(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }
}
