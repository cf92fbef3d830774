package org.tafsim.scenario.mobility;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Text in which a tag is never far: the parser keeps one whole, so an endless one would fill the memory. */
final class MarkupLimit extends FilterReader {

    private static final int LONGEST = 1 << 16;

    private int sinceTag;

    MarkupLimit(Reader text) {
        super(text);
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            count((char) next);
        }
        return next;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        for (int i = 0; i < count; i++) {
            count(into[offset + i]);
        }
        return count;
    }

    private void count(char next) throws IOException {
        sinceTag = next == '>' ? 0 : sinceTag + 1;
        if (sinceTag > LONGEST) {
            throw new IOException("more than %d characters without the end of a tag".formatted(LONGEST));
        }
    }
}
