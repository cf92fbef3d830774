package org.tafsim.serving;

import org.tafsim.model.PromptText;

/**
 * The full KV blocks of one sequence of which text is known: each by a hash of all that stands up to its end, so that equal
 * hashes are equal prefixes (vLLM's chained block hashes; 64 bit, of which 10⁷ blocks share one with probability 3·10⁻⁶).
 */
final class PrefixChain {
    private final long[] hashes;
    private final int[] blocks;
    private int held;
    private int found;
    private int promptHitTokens;

    /**
     * The chain of a prompt and its answer.
     *
     * @param privateName of the answer's text where no other prompt will hold it
     */
    PrefixChain(PromptText text, int promptTokens, int outputTokens, int blockTokens, long privateName) {
        // The last token emitted is never in the cache.
        hashes = new long[(promptTokens + outputTokens - 1) / blockTokens];
        blocks = new int[hashes.length];
        Pieces pieces = new Pieces(text, promptTokens + outputTokens, privateName);
        long hash = 0;
        for (int block = 0; block < hashes.length; block++) {
            hash = pieces.hashNext(hash, blockTokens);
            hashes[block] = hash;
        }
    }

    long hash(int block) {
        return hashes[block];
    }

    /** Blocks that it holds of the cache, from its first on. */
    int held() {
        return held;
    }

    /** Number, in the cache, of a block that it holds. */
    int block(int place) {
        return blocks[place];
    }

    void hold(int block) {
        blocks[held++] = block;
    }

    /** Begins a search in the cache; it holds nothing. */
    void beginSearch() {
        found = 0;
    }

    /** Notes where its next block is cached. */
    void find(int block) {
        blocks[found++] = block;
    }

    /** Blocks found by the last search. */
    int found() {
        return found;
    }

    /** Holds what it has found. */
    void holdFound() {
        held = found;
    }

    /** Tokens of its prompt found in the cache when it was first admitted. */
    int promptHitTokens() {
        return promptHitTokens;
    }

    void setPromptHitTokens(int tokens) {
        promptHitTokens = tokens;
    }

    /** Lets its last block go. */
    int dropLast() {
        return blocks[--held];
    }

    /** Walks along texts. */
    private static final class Pieces {
        private final PromptText text;
        private final int tokens;
        private final long privateName;
        private int piece;
        private int begin;
        private int place;

        Pieces(PromptText text, int tokens, long privateName) {
            this.text = text;
            this.tokens = tokens;
            this.privateName = privateName;
        }

        /** Hash of all up to the end of the next block: name, offset and length of the pieces in it. */
        long hashNext(long hashBefore, int blockTokens) {
            long hash = hashBefore;
            int blockEnd = place + blockTokens;
            while (place < blockEnd) {
                int end = Math.min(end(), blockEnd);
                hash = mix(hash + name());
                hash = mix(hash + ((long) (place - begin) << Integer.SIZE | (end - place)));
                place = end;
                if (place == end()) {
                    begin = place;
                    piece++;
                }
            }
            return hash;
        }

        private long name() {
            return piece < text.size() ? text.name(piece) : privateName;
        }

        private int end() {
            boolean isOpen = piece >= text.size() || (text.answerContinues() && piece == text.size() - 1);
            return isOpen ? tokens : text.end(piece);
        }

        /** D. Stafford's variant 13 of the MurmurHash3 finalizer: a bijection whose bits all depend on all. */
        private static long mix(long value) {
            long bits = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
            bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
            return bits ^ (bits >>> 31);
        }
    }
}
