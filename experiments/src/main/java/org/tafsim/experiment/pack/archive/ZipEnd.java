package org.tafsim.experiment.pack.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The end of a zip, which says where its directory is (APPNOTE.TXT 6.3, section 4.3.16).
 *
 * @param entries in the directory
 * @param directoryAt where the directory starts
 * @param directoryBytes its size; it ends where this record starts
 */
record ZipEnd(int entries, long directoryAt, int directoryBytes) {

    private static final int SIGNATURE = 0x06054b50;
    private static final int BYTES = 22;
    private static final int LARGEST_DIRECTORY = 64 << 20;

    /** Reads it from the last bytes of the file: packages have no comment behind it. */
    static ZipEnd read(FileChannel file) throws IOException {
        long at = file.size() - BYTES;
        if (at < 0) {
            throw new UnsafeArchiveException("", "is no zip, or is cut off");
        }
        ByteBuffer end = ZipBytes.read(file, at, BYTES);
        if (end.getInt(0) != SIGNATURE) {
            throw new UnsafeArchiveException("", "is no zip, is cut off, or has something behind its end");
        }
        int entriesHere = end.getShort(8) & 0xFFFF;
        int entries = end.getShort(10) & 0xFFFF;
        long bytes = end.getInt(12) & 0xFFFFFFFFL;
        long directoryAt = end.getInt(16) & 0xFFFFFFFFL;
        boolean isSingle = end.getShort(4) == 0 && end.getShort(6) == 0 && entries == entriesHere;
        if (!isSingle || end.getShort(20) != 0 || directoryAt + bytes != at || bytes > LARGEST_DIRECTORY) {
            throw new UnsafeArchiveException("", "is damaged, in several parts, or too large");
        }
        return new ZipEnd(entries, directoryAt, (int) bytes);
    }
}
