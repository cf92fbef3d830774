package org.tafsim.experiment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** A disk with room for so many bytes. It tells at once, or, as real ones may, only when a file is closed. */
final class FullDisk implements FileOpener {

    private final AtomicLong room;
    private final boolean tellsAtOnce;

    private FullDisk(long bytes, boolean tellsAtOnce) {
        room = new AtomicLong(bytes);
        this.tellsAtOnce = tellsAtOnce;
    }

    static FullDisk tellingAtOnce(long bytes) {
        return new FullDisk(bytes, true);
    }

    static FullDisk tellingLate(long bytes) {
        return new FullDisk(bytes, false);
    }

    /** Bytes it could still take; negative where it was asked for more than it had. */
    long room() {
        return room.get();
    }

    @Override
    public OutputStream open(Path file) throws IOException {
        OutputStream target = FileOpener.FORCED.open(file);
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (room.addAndGet(-length) < 0 && tellsAtOnce) {
                    throw new IOException("No space left on device");
                }
                target.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                target.close();
                if (room.get() < 0) {
                    throw new IOException("No space left on device");
                }
            }
        };
    }
}
