package org.tafsim.plugins.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads lines up to a length into a buffer that is used again. */
final class LineReader {

    private final InputStream in;
    private final int most;
    private byte[] buffer = new byte[8192];

    /** Of what was read: where the next line begins, and the end. */
    private int next;

    private int end;

    /** The line at hand. */
    private int start;

    private int length;

    LineReader(InputStream in, int most) {
        this.in = in;
        this.most = most;
    }

    /**
     * Reads the next line, which takes the place of the one before. What follows the last line end is no line.
     *
     * @return false at the end of the stream
     * @throws ProcessFailure where it is longer than may be
     */
    boolean next() throws IOException {
        int looked = next;
        while (true) {
            for (; looked < end; looked++) {
                if (buffer[looked] == '\n') {
                    start = next;
                    length = looked - next;
                    next = looked + 1;
                    return true;
                }
            }
            if (end - next > most) {
                throw new ProcessFailure("said a line of more than %d bytes".formatted(most));
            }
            looked -= makeRoom();
            int read = in.read(buffer, end, buffer.length - end);
            if (read < 0) {
                return false;
            }
            end += read;
        }
    }

    /** Moves what is left to the front; returns by how much. */
    private int makeRoom() {
        int moved = next;
        System.arraycopy(buffer, next, buffer, 0, end - next);
        end -= moved;
        next = 0;
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        return moved;
    }

    byte[] bytes() {
        return buffer;
    }

    int start() {
        return start;
    }

    int length() {
        return length;
    }

    String text() {
        return new String(buffer, start, length, StandardCharsets.UTF_8);
    }

    String quoted() {
        return Quoted.of(text());
    }
}
