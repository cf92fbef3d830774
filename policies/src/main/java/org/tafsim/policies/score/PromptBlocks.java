package org.tafsim.policies.score;

import org.tafsim.model.PromptText;

/** The blocks of one prompt whose text is known, each by a hash of all that stands up to its end; the first 256 of them, as in llm-d. */
final class PromptBlocks {

    private static final int MOST = 256;

    private final int blockTokens;
    private final long[] hashes = new long[MOST];
    private int count;

    PromptBlocks(int blockTokens) {
        this.blockTokens = blockTokens;
    }

    /** Turns to another prompt. */
    void read(PromptText text) {
        int tokens = text.size() == 0 ? 0 : text.end(text.size() - 1);
        count = Math.min(MOST, tokens / blockTokens);
        int piece = 0;
        int begin = 0;
        int place = 0;
        long hash = 0;
        for (int block = 0; block < count; block++) {
            int blockEnd = place + blockTokens;
            while (place < blockEnd) {
                int end = Math.min(text.end(piece), blockEnd);
                hash = mix(hash + text.name(piece));
                hash = mix(hash + ((long) (place - begin) << Integer.SIZE | (end - place)));
                place = end;
                if (place == text.end(piece)) {
                    begin = place;
                    piece++;
                }
            }
            hashes[block] = hash;
        }
    }

    /** Full blocks of known text. */
    int count() {
        return count;
    }

    long hash(int block) {
        return hashes[block];
    }

    /** D. Stafford's variant 13 of the MurmurHash3 finalizer. */
    private static long mix(long value) {
        long bits = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
        return bits ^ (bits >>> 31);
    }
}
