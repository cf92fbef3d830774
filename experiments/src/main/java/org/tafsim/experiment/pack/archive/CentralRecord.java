package org.tafsim.experiment.pack.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One record of a zip's central directory, as it stands there (APPNOTE.TXT 6.3, section 4.3.12).
 *
 * @param name empty where it is not UTF-8
 * @param flags general purpose bits
 * @param method of packing
 * @param crc CRC-32 of the unpacked bytes
 * @param packedBytes in the zip
 * @param bytes unpacked
 * @param unixMode kind of file and permissions where a Unix made the zip, else 0
 * @param headerAt where the local header starts
 */
record CentralRecord(
        Optional<String> name,
        int flags,
        int method,
        long crc,
        long packedBytes,
        long bytes,
        int unixMode,
        long headerAt) {

    static final int SIGNATURE = 0x02014b50;
    static final int FIXED_BYTES = 46;

    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int KIND_MASK = 0xF000;
    private static final int LINK = 0xA000;
    private static final int FOLDER = 0x4000;
    private static final int FILE = 0x8000;
    private static final long ZIP64 = 0xFFFFFFFFL;

    /** Reads the record at the buffer's position, and moves behind it. */
    static CentralRecord read(ByteBuffer in) {
        int start = in.position();
        int nameBytes = shortAt(in, start + 28);
        int extraBytes = shortAt(in, start + 30);
        int commentBytes = shortAt(in, start + 32);
        byte[] name = new byte[nameBytes];
        in.position(start + FIXED_BYTES).get(name);
        in.position(start + FIXED_BYTES + nameBytes + extraBytes + commentBytes);
        return new CentralRecord(
                decode(name),
                shortAt(in, start + 8),
                shortAt(in, start + 10),
                intAt(in, start + 16),
                intAt(in, start + 20),
                intAt(in, start + 24),
                shortAt(in, start + 40),
                intAt(in, start + 42));
    }

    private static Optional<String> decode(byte[] name) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    boolean isEncrypted() {
        return (flags & ENCRYPTED) != 0;
    }

    boolean isLink() {
        return (unixMode & KIND_MASK) == LINK;
    }

    /** Whether it is a device, a pipe or a socket. */
    boolean isSpecial() {
        int kind = unixMode & KIND_MASK;
        return kind != 0 && kind != FILE && kind != FOLDER && kind != LINK;
    }

    boolean isZip64() {
        return packedBytes == ZIP64 || bytes == ZIP64 || headerAt == ZIP64;
    }

    private static int shortAt(ByteBuffer in, int at) {
        return in.getShort(at) & 0xFFFF;
    }

    private static long intAt(ByteBuffer in, int at) {
        return in.getInt(at) & ZIP64;
    }
}
