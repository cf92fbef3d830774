package org.tafsim.experiment.sweep;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a folder keeps of a task that failed. */
final class FailureText {

    private FailureText() {}

    static String of(TaskKey key, int attempts, Throwable reason) {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        writer.printf(
                "Point %d, replication %d failed in %d attempts.%n%n", key.point(), key.replication() + 1, attempts);
        reason.printStackTrace(writer);
        writer.flush();
        return text.toString();
    }
}
