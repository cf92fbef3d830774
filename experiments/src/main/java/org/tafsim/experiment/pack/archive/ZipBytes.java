package org.tafsim.experiment.pack.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Ranges of a file's bytes. */
final class ZipBytes {

    private ZipBytes() {}

    /** So many bytes from a position, little-endian. */
    static ByteBuffer read(FileChannel file, long at, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException("The file ends before byte %d.".formatted(at + count));
            }
        }
        return bytes.flip();
    }

    /** The bytes of a range, one after the other; several streams of one file do not disturb each other. */
    static InputStream stream(FileChannel file, long from, long to) {
        return new Range(file, from, to);
    }

    private static final class Range extends InputStream {
        private final FileChannel file;
        private final long to;
        private long at;

        private Range(FileChannel file, long from, long to) {
            this.file = file;
            this.to = to;
            at = from;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            long left = to - at;
            if (left <= 0) {
                return -1;
            }
            int count = file.read(ByteBuffer.wrap(target, offset, (int) Math.min(length, left)), at);
            at += Math.max(0, count);
            return count;
        }
    }
}
