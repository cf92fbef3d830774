package org.tafsim.experiment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Consumer;

/** A file that says its name when it cannot be written, and its hash when it could. */
final class NamedOutput extends OutputStream {

    private final Path file;
    private final OutputStream target;
    private final Consumer<String> onComplete;
    private final MessageDigest digest = Hashes.newSha256();
    private boolean isClosed;
    private boolean hasFailed;

    /** Opens; the hash is told at the end, unless something went wrong before. */
    NamedOutput(Path file, FileOpener opener, Consumer<String> onComplete) throws IOException {
        this.file = file;
        this.onComplete = onComplete;
        try {
            target = opener.open(file);
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    static IOException cannotWrite(Path file, IOException cause) {
        return new IOException("Cannot write %s: %s.".formatted(file, reasonOf(cause)), cause);
    }

    /** The reason of a file system's exception, whose message is but a path; the class where there is no text at all. */
    private static String reasonOf(IOException cause) {
        String reason = cause instanceof FileSystemException e ? e.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        attempt(() -> target.write(bytes, offset, length));
        digest.update(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        attempt(target::flush);
    }

    @Override
    public void close() throws IOException {
        if (isClosed) {
            return;
        }
        isClosed = true;
        attempt(target::close);
        if (!hasFailed) {
            onComplete.accept(HexFormat.of().formatHex(digest.digest()));
        }
    }

    private void attempt(Action action) throws IOException {
        try {
            action.run();
        } catch (IOException e) {
            hasFailed = true;
            throw cannotWrite(file, e);
        }
    }

    @FunctionalInterface
    private interface Action {
        void run() throws IOException;
    }
}
