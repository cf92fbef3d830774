package org.tafsim.kernel.random;

import static java.nio.charset.StandardCharsets.UTF_8;

/** 64-bit hashes that never change between releases, machines and Java versions: results depend on them. */
final class StableHash {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private StableHash() {}

    /** FNV-1a over the name's UTF-8 bytes, then {@link #mix}: FNV alone is weak in its high bits for short names. */
    static long of(String name) {
        long hash = FNV_OFFSET;
        for (byte b : name.getBytes(UTF_8)) {
            hash = (hash ^ Byte.toUnsignedLong(b)) * FNV_PRIME;
        }
        return mix(hash);
    }

    /**
     * A bijection of 64 bits in which every input bit flips every output bit with a chance near one half: the finaliser of
     * SplitMix64, David Stafford's variant 13.
     */
    static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
