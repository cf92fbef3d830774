package org.tafsim.experiment.pack.archive;

/**
 * How large an archive may be, packed and unpacked: what the oldest zip format holds, and less.
 *
 * @param entries most files and folders
 * @param fileBytes largest file, unpacked
 * @param totalBytes all files together, unpacked
 * @param ratio most bytes that one packed byte may unpack to, on average over a file larger than {@link #SMALL_BYTES}
 */
public record ArchiveLimits(int entries, long fileBytes, long totalBytes, int ratio) {

    /** Files up to this size may be packed however well. */
    public static final long SMALL_BYTES = 1L << 20;

    /** For packages: 60,000 files, 2 GiB each, 4 GiB together, packed at most 400 to 1. */
    public static final ArchiveLimits PACKAGE = new ArchiveLimits(60_000, (2L << 30) - 1, (4L << 30) - 1, 400);

    /** Whether a file is packed better than results ever are. */
    boolean isBomb(long packedBytes, long bytes) {
        return bytes > SMALL_BYTES && bytes / ratio > packedBytes;
    }
}
