package org.tafsim.experiment.pack.archive;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tafsim.experiment.pack.archive.UnsafeArchiveException.Fault;

/**
 * Reads a zip's central directory without trust: every entry is a plain file with a plain name, its local header says the same,
 * no two share a byte, and nothing lies before, between the directory and its end, or behind. So every reader of the zip sees
 * the same files.
 */
final class ZipDirectory {

    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int LOCAL_FIXED_BYTES = 30;

    private final FileChannel file;
    private final ArchiveLimits limits;
    private final List<Fault> faults = new ArrayList<>();
    private final List<ZipEntryFacts> entries = new ArrayList<>();
    private final NameBook names = new NameBook();
    private long totalBytes;

    private ZipDirectory(FileChannel file, ArchiveLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    /**
     * The files of a zip, by name.
     *
     * @throws UnsafeArchiveException with all that is wrong
     */
    static SortedMap<String, ZipEntryFacts> read(FileChannel file, ArchiveLimits limits) throws IOException {
        ZipDirectory directory = new ZipDirectory(file, limits);
        ZipEnd end = ZipEnd.read(file);
        if (end.entries() > limits.entries()) {
            throw new UnsafeArchiveException(
                    "", "has %d entries, more than %d".formatted(end.entries(), limits.entries()));
        }
        directory.readRecords(end);
        directory.checkTotal();
        directory.throwIfFaulty(); // local headers are worth a look only where the directory makes sense
        SortedMap<String, ZipEntryFacts> files = directory.locate(end);
        directory.throwIfFaulty();
        return files;
    }

    private void readRecords(ZipEnd end) throws IOException {
        ByteBuffer records = ZipBytes.read(file, end.directoryAt(), end.directoryBytes());
        for (int i = 0; i < end.entries(); i++) {
            if (records.remaining() < CentralRecord.FIXED_BYTES
                    || records.getInt(records.position()) != CentralRecord.SIGNATURE) {
                throw damaged();
            }
            add(record(records), i);
        }
        if (records.hasRemaining()) {
            throw damaged();
        }
    }

    private static CentralRecord record(ByteBuffer records) throws IOException {
        try {
            return CentralRecord.read(records);
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw damaged();
        }
    }

    private static UnsafeArchiveException damaged() {
        return new UnsafeArchiveException("", "is damaged: its directory does not make sense");
    }

    private void add(CentralRecord record, int index) {
        if (record.name().isEmpty()) {
            fault("entry " + (index + 1), "its name is not UTF-8");
            return;
        }
        String name = record.name().get();
        boolean isFolder = name.endsWith("/");
        String plain = isFolder ? name.substring(0, name.length() - 1) : name;
        EntryNames.findFault(plain).ifPresent(what -> fault(name, what));
        names.findFault(plain, isFolder).ifPresent(what -> fault(name, what));
        checkKind(name, record);
        checkSize(name, record, isFolder);
        if (!isFolder) {
            FileKind.findFault(name).ifPresent(what -> fault(name, what));
        }
        entries.add(new ZipEntryFacts(
                name,
                record.flags(),
                record.method(),
                record.crc(),
                record.packedBytes(),
                record.bytes(),
                record.headerAt(),
                0));
    }

    private void checkKind(String name, CentralRecord record) {
        if (record.isLink()) {
            fault(name, "is a symbolic link");
        }
        if (record.isSpecial()) {
            fault(name, "is a device, a pipe or a socket");
        }
        if (record.isEncrypted()) {
            fault(name, "is encrypted");
        }
        if (record.method() != ZipEntryFacts.STORED && record.method() != ZipEntryFacts.DEFLATED) {
            fault(name, "is packed in a way that is not read (method %d)".formatted(record.method()));
        }
    }

    private void checkSize(String name, CentralRecord record, boolean isFolder) {
        if (record.isZip64() || record.bytes() > limits.fileBytes()) {
            fault(name, "is larger than %d bytes".formatted(limits.fileBytes()));
        }
        if (limits.isBomb(record.packedBytes(), record.bytes())) {
            fault(name, "unpacks to more than %d times its size: a zip bomb".formatted(limits.ratio()));
        }
        if (isFolder && record.bytes() != 0) {
            fault(name, "is a folder with bytes of its own");
        }
        if (record.method() == ZipEntryFacts.STORED && record.bytes() != record.packedBytes()) {
            fault(name, "is stored as it is, yet has two sizes");
        }
        totalBytes += record.bytes();
    }

    private void checkTotal() {
        if (totalBytes > limits.totalBytes()) {
            fault("", "unpacks to more than %d bytes: a zip bomb".formatted(limits.totalBytes()));
        }
    }

    /** Holds every local header against the directory, and finds where the data starts. */
    private SortedMap<String, ZipEntryFacts> locate(ZipEnd end) throws IOException {
        SortedMap<String, ZipEntryFacts> files = new TreeMap<>();
        entries.sort(Comparator.comparingLong(ZipEntryFacts::headerAt));
        if (!entries.isEmpty() && entries.get(0).headerAt() != 0) {
            fault("", "starts with something else than its files");
        }
        long behind = 0;
        for (ZipEntryFacts entry : entries) {
            if (entry.headerAt() < behind) {
                fault(entry.name(), "shares bytes with another file: a zip bomb");
                break;
            }
            ZipEntryFacts located = locate(entry, end.directoryAt());
            behind = located.endAt();
            if (!located.isFolder()) {
                files.put(located.name(), located);
            }
        }
        return files;
    }

    private ZipEntryFacts locate(ZipEntryFacts entry, long directoryAt) throws IOException {
        byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
        long headerEnd = entry.headerAt() + LOCAL_FIXED_BYTES + name.length;
        if (headerEnd > directoryAt) {
            throw damaged();
        }
        ByteBuffer header = ZipBytes.read(file, entry.headerAt(), LOCAL_FIXED_BYTES + name.length);
        if (!isSame(entry, header, name)) {
            fault(entry.name(), "is described in two ways that differ");
        }
        ZipEntryFacts located = entry.withDataAt(headerEnd + (header.getShort(28) & 0xFFFF));
        if (located.endAt() > directoryAt) {
            throw damaged();
        }
        return located;
    }

    /** Whether the local header tells what the directory tells (APPNOTE.TXT 6.3, section 4.3.7). */
    private static boolean isSame(ZipEntryFacts entry, ByteBuffer header, byte[] name) {
        byte[] localName = new byte[name.length];
        header.get(LOCAL_FIXED_BYTES, localName);
        boolean isNamedSo = header.getShort(26) == name.length && Arrays.equals(name, localName);
        boolean isSized = entry.hasSizesBehind()
                || (header.getInt(14) == (int) entry.crc()
                        && header.getInt(18) == (int) entry.packedBytes()
                        && header.getInt(22) == (int) entry.bytes());
        return header.getInt(0) == LOCAL_SIGNATURE
                && header.getShort(6) == (short) entry.flags()
                && header.getShort(8) == (short) entry.method()
                && isNamedSo
                && isSized;
    }

    private void fault(String name, String what) {
        faults.add(new Fault(name, what));
    }

    private void throwIfFaulty() throws UnsafeArchiveException {
        if (!faults.isEmpty()) {
            throw new UnsafeArchiveException(faults);
        }
    }
}
