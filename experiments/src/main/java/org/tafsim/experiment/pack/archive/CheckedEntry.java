package org.tafsim.experiment.pack.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** The unpacked bytes of one file, held against what the directory tells of them while they are read. */
final class CheckedEntry extends FilterInputStream {

    private static final int BUFFER_BYTES = 1 << 16;

    private final ZipEntryFacts entry;
    private final Inflater inflater;
    private final CRC32 crc = new CRC32();
    private final byte[] start = new byte[FileKind.START_BYTES];
    private long count;
    private boolean isAtEnd;

    private CheckedEntry(InputStream in, ZipEntryFacts entry, Inflater inflater) {
        super(in);
        this.entry = entry;
        this.inflater = inflater;
    }

    static InputStream open(FileChannel file, ZipEntryFacts entry) {
        InputStream packed = ZipBytes.stream(file, entry.dataAt(), entry.endAt());
        Inflater inflater = new Inflater(true);
        InputStream in = entry.method() == ZipEntryFacts.STORED
                ? packed
                : new InflaterInputStream(packed, inflater, BUFFER_BYTES);
        return new CheckedEntry(in, entry, inflater);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read;
        try {
            read = super.read(target, offset, length);
        } catch (ZipException | java.io.EOFException e) {
            throw fault("cannot be unpacked: it is damaged");
        }
        if (read < 0) {
            end();
            return -1;
        }
        for (int i = 0; i < read && count + i < start.length; i++) {
            start[(int) count + i] = target[offset + i];
        }
        count += read;
        crc.update(target, offset, read);
        if (count > entry.bytes()) {
            throw fault("unpacks to more than the %d bytes it declares: a zip bomb".formatted(entry.bytes()));
        }
        return read;
    }

    private void end() throws IOException {
        if (isAtEnd) {
            return;
        }
        isAtEnd = true;
        if (count != entry.bytes()) {
            throw fault("unpacks to %d bytes, not the %d it declares".formatted(count, entry.bytes()));
        }
        if (crc.getValue() != entry.crc()) {
            throw fault("its bytes are damaged: another CRC-32 than the zip declares");
        }
        Optional<String> code = FileKind.findFault(start);
        if (code.isPresent()) {
            throw fault(code.get());
        }
    }

    private UnsafeArchiveException fault(String what) {
        return new UnsafeArchiveException(entry.name(), what);
    }

    @Override
    public long skip(long n) throws IOException {
        return n <= 0 ? 0 : readNBytes((int) Math.min(n, BUFFER_BYTES)).length; // counted and checked, too
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        super.close();
    }
}
