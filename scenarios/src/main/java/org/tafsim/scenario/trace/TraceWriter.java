package org.tafsim.scenario.trace;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.tafsim.kernel.random.KeyedDraws;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.PromptText;
import org.tafsim.workload.TraceCursor;

/** Writes requests of a trace as another one, a line at a time. */
public final class TraceWriter {

    private static final int NANO_DIGITS = 9;
    private static final int MILLI_DIGITS = 6;
    private static final long NAME_MASK = 0xFFFF_FFFFL;

    private TraceWriter() {}

    /**
     * Writes the requests that are selected.
     *
     * @param file checked before
     * @param target {@link TraceKind#TAFSIM}, or {@link TraceKind#MOONCAKE}, which keeps the blocks of prompts that the file has
     * @return how many
     */
    public static long write(Path file, TraceSelection selection, TraceKind target, Writer out) throws IOException {
        KeyedDraws draws = new RandomStreams(selection.seed(), 0).keyed("trace/sample");
        if (target == TraceKind.TAFSIM) {
            out.write("arrival_s,input_tokens,output_tokens\n");
        }
        long written = 0;
        try (TraceCursor cursor = Recording.open(file)) {
            for (long i = 0; cursor.advance() && !selection.isOver(cursor.arrivalNanos()); i++) {
                boolean isTaken = selection.share() == 1 || draws.uniform(i, 0) < selection.share();
                if (isTaken && cursor.arrivalNanos() >= selection.startNanos()) {
                    long nanos = selection.moved(cursor.arrivalNanos());
                    out.write(target == TraceKind.TAFSIM ? csv(cursor, nanos) : json(cursor, nanos));
                    written++;
                }
            }
        }
        return written;
    }

    private static String csv(TraceCursor cursor, long nanos) {
        return decimal(nanos, NANO_DIGITS) + "," + cursor.promptTokens() + "," + cursor.outputTokens() + "\n";
    }

    private static String json(TraceCursor cursor, long nanos) {
        StringBuilder line = new StringBuilder("{\"timestamp\": ")
                .append(decimal(nanos, MILLI_DIGITS))
                .append(", \"input_length\": ")
                .append(cursor.promptTokens())
                .append(", \"output_length\": ")
                .append(cursor.outputTokens())
                .append(", \"hash_ids\": [");
        PromptText text = cursor.promptText();
        for (int i = 0; i < text.size(); i++) {
            line.append(i == 0 ? "" : ", ").append(text.name(i) & NAME_MASK);
        }
        return line.append("]}\n").toString();
    }

    private static String decimal(long nanos, int digits) {
        BigDecimal value = BigDecimal.valueOf(nanos, digits).stripTrailingZeros();
        return value.signum() == 0 ? "0" : value.toPlainString();
    }
}
