package org.tafsim.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * Keeps the first error of a stream, which writers above it swallow. A reader that went away ({@code | head}) is no error;
 * a full disk is.
 */
public final class WatchedOutput extends OutputStream {

    private final OutputStream target;
    private Optional<IOException> error = Optional.empty();

    public WatchedOutput(OutputStream target) {
        this.target = target;
    }

    public Optional<IOException> findError() {
        return error.filter(e -> !isReaderGone(e));
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        watch(() -> target.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        watch(target::flush);
    }

    private void watch(Action action) throws IOException {
        try {
            action.run();
        } catch (IOException e) {
            error = error.or(() -> Optional.of(e));
            throw e;
        }
    }

    private static boolean isReaderGone(IOException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe");
    }

    @FunctionalInterface
    private interface Action {
        void run() throws IOException;
    }
}
