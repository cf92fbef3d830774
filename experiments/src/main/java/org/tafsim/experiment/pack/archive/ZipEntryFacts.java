package org.tafsim.experiment.pack.archive;

/**
 * A file as the directory of a zip describes it; whether that is true shows when it is read.
 *
 * @param name checked
 * @param flags general purpose bits
 * @param method 0 stored, 8 deflated
 * @param crc CRC-32 of the unpacked bytes
 * @param packedBytes in the zip
 * @param bytes unpacked
 * @param headerAt where its local header starts
 * @param dataAt where its packed bytes start
 */
record ZipEntryFacts(
        String name, int flags, int method, long crc, long packedBytes, long bytes, long headerAt, long dataAt) {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int SIZES_FOLLOW = 1 << 3;

    boolean isFolder() {
        return name.endsWith("/");
    }

    /** Whether its local header leaves checksum and sizes to what follows the data. */
    boolean hasSizesBehind() {
        return (flags & SIZES_FOLLOW) != 0;
    }

    /** Where its packed bytes end. */
    long endAt() {
        return dataAt + packedBytes;
    }

    ZipEntryFacts withDataAt(long position) {
        return new ZipEntryFacts(name, flags, method, crc, packedBytes, bytes, headerAt, position);
    }
}
