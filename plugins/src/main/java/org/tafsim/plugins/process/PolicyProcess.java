package org.tafsim.plugins.process;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A program that is told lines and answers some of them. What it writes to its standard error goes to people. It never outlives
 * {@link #close}; where its parent is killed, it sees the end of its input.
 */
final class PolicyProcess implements Closeable {

    /** Longest line that it may say (bytes). */
    static final int MOST_BYTES = 1 << 20;

    /** How long it may take to end by itself, and after it was asked to (ms). */
    private static final long PATIENCE_MILLIS = 2000;

    private final String command;
    private final Process process;
    private final OutputStream to;
    private final LineReader from;
    private final Deadline deadline;
    private final Thread errors;
    private volatile String lastError = "";

    private PolicyProcess(String command, Process process, String label, Consumer<String> notices) {
        this.command = command;
        this.process = process;
        to = process.getOutputStream();
        from = new LineReader(process.getInputStream(), MOST_BYTES);
        deadline = new Deadline(this::kill);
        errors = daemon("tafsim-policy-errors", () -> passOn(label, notices));
    }

    /**
     * Starts one.
     *
     * @param words program and arguments; a program with a path is one below the folder, unless its path is absolute
     * @param folder it is started in
     * @param label of the policy, before each line of its standard error
     * @param notices takes these lines
     * @throws IOException where there is no such program
     */
    static PolicyProcess start(List<String> words, Path folder, String label, Consumer<String> notices)
            throws IOException {
        List<String> command = new ArrayList<>(words);
        if (words.get(0).indexOf('/') >= 0) {
            command.set(0, folder.resolve(words.get(0)).toString());
        }
        String shown = String.join(" ", words);
        Process process;
        try {
            process = new ProcessBuilder(command).directory(folder.toFile()).start();
        } catch (IOException e) {
            throw new IOException(
                    "The program of policy %s cannot be started (%s): %s".formatted(label, shown, e.getMessage()), e);
        }
        return new PolicyProcess(shown, process, label, notices);
    }

    static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void passOn(String label, Consumer<String> notices) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                lastError = line.isBlank() ? lastError : line;
                notices.accept(label + ": " + line);
            }
        } catch (IOException e) {
            // it was ended
        }
    }

    /** What it was started as. */
    String command() {
        return command;
    }

    /** Tells it lines; they may wait until it reads. */
    void tell(LineBuffer lines, long timeoutNanos) {
        deadline.begin(timeoutNanos);
        try {
            send(lines);
        } finally {
            deadline.end();
        }
    }

    /**
     * Tells it lines, and reads its answer.
     *
     * @param timeoutNanos longest time for both (wall time)
     * @return the line, until the next is read
     * @throws ProcessFailure where there is none
     */
    LineReader ask(LineBuffer lines, long timeoutNanos) {
        deadline.begin(timeoutNanos);
        try {
            send(lines);
            if (from.next()) {
                return from;
            }
        } catch (IOException e) {
            throw failure("closed its output", timeoutNanos);
        } finally {
            deadline.end();
        }
        throw failure("closed its output", timeoutNanos);
    }

    private void send(LineBuffer lines) {
        try {
            to.write(lines.bytes(), 0, lines.length());
            to.flush();
            lines.clear();
        } catch (IOException e) {
            throw failure("closed its input", 0);
        }
    }

    /** Why it no longer listens or speaks. */
    private ProcessFailure failure(String what, long timeoutNanos) {
        if (deadline.isInterrupted()) {
            return new ProcessFailure("was ended, as the run was interrupted");
        }
        if (deadline.isMissed()) {
            return new ProcessFailure(
                    "did not answer within %s ms".formatted(TimeUnit.NANOSECONDS.toMillis(timeoutNanos)));
        }
        boolean isOver = waits(PATIENCE_MILLIS / 2);
        String error =
                isOver && joins(errors) && !lastError.isEmpty() ? ", and wrote last: " + Quoted.of(lastError) : "";
        return new ProcessFailure(
                isOver
                        ? "ended with exit status %d%s".formatted(process.exitValue(), error)
                        : what + ", but did not end");
    }

    /** It is to end by itself, as its input has; where it does not, it is ended. Returns how, for people; empty where all was well. */
    String end() {
        deadline.close();
        closeInput();
        if (!waits(PATIENCE_MILLIS)) {
            close();
            return "did not end with the run, and was ended";
        }
        joins(errors);
        return process.exitValue() == 0 ? "" : "ended with exit status %d after the run".formatted(process.exitValue());
    }

    /** Ends it, and whatever it has started. */
    @Override
    public void close() {
        deadline.close();
        closeInput();
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            if (!waits(PATIENCE_MILLIS)) {
                kill();
            }
        }
        joins(errors);
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void closeInput() {
        try {
            to.close();
        } catch (IOException e) {
            // it has closed it
        }
    }

    /** Whether it is over, or is within so many milliseconds; an interrupt ends the wait, and stays. */
    private boolean waits(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private static boolean joins(Thread thread) {
        try {
            thread.join(PATIENCE_MILLIS / 4);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
