package org.tafsim.experiment.pack.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes zips that depend on nothing but their content: files in the order of their names, one time stamp, one level of
 * compression, nothing of the machine. Holds its own files to what {@link PackageArchive} reads.
 */
public final class ArchiveWriter implements Closeable {

    /** Not midnight, which Java writes with a second stamp that depends on the time zone. */
    private static final LocalDateTime STAMP = LocalDateTime.of(1980, 1, 1, 12, 0);

    private static final int LEVEL = 9;

    private final ZipOutputStream zip;
    private final ArchiveLimits limits;
    private String last = "";
    private int entries;
    private long totalBytes;

    /** A writer that closes its target. */
    public ArchiveWriter(OutputStream target, ArchiveLimits limits) {
        zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
        zip.setLevel(LEVEL);
        this.limits = limits;
    }

    /**
     * Adds a file.
     *
     * @param name after all before it
     * @param content read to its end; the caller closes it
     * @return bytes it has
     */
    public long add(String name, InputStream content) throws IOException {
        check(name);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(STAMP);
        zip.putNextEntry(entry);
        long bytes = content.transferTo(zip);
        zip.closeEntry();
        totalBytes += bytes;
        if (bytes > limits.fileBytes() || totalBytes > limits.totalBytes()) {
            throw new IOException("%s makes the package too large: a file may have %d bytes, all together %d."
                    .formatted(name, limits.fileBytes(), limits.totalBytes()));
        }
        if (limits.isBomb(entry.getCompressedSize(), bytes)) {
            throw new IOException("%s is packed so well (%d bytes to %d) that readers would take it for a zip bomb."
                    .formatted(name, bytes, entry.getCompressedSize()));
        }
        return bytes;
    }

    private void check(String name) throws IOException {
        if (name.compareTo(last) <= 0) {
            throw new IllegalArgumentException("The file %s must come after %s.".formatted(name, last));
        }
        last = name;
        Optional<String> fault = EntryNames.findFault(name).or(() -> FileKind.findFault(name));
        if (fault.isPresent()) {
            throw new IOException("%s cannot be packed: %s.".formatted(name, fault.get()));
        }
        if (++entries > limits.entries()) {
            throw new IOException("A package holds at most %d files.".formatted(limits.entries()));
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
