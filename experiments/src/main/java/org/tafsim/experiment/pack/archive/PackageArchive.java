package org.tafsim.experiment.pack.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeSet;

/** A zip from a stranger, opened after all that its directory tells was checked. Files are read in place. */
public final class PackageArchive implements Closeable {

    private final FileChannel file;
    private final SortedMap<String, ZipEntryFacts> entries;

    private PackageArchive(FileChannel file, SortedMap<String, ZipEntryFacts> entries) {
        this.file = file;
        this.entries = entries;
    }

    /**
     * Opens a zip.
     *
     * @throws UnsafeArchiveException with all that is wrong with its directory
     * @throws IOException where the file cannot be read
     */
    public static PackageArchive open(Path zip, ArchiveLimits limits) throws IOException {
        FileChannel file = FileChannel.open(zip, StandardOpenOption.READ);
        try {
            return new PackageArchive(file, ZipDirectory.read(file, limits));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Names of all files, sorted. */
    public NavigableSet<String> names() {
        return new TreeSet<>(entries.keySet());
    }

    /** Whether there is such a file. */
    public boolean has(String name) {
        return entries.containsKey(name);
    }

    /** Size of a file that is there (bytes). */
    public long size(String name) {
        return facts(name).bytes();
    }

    /**
     * The bytes of a file that is there. Reading throws {@link UnsafeArchiveException} where they are not what the directory
     * tells: too many, too few, another checksum, or a program's.
     */
    public InputStream open(String name) throws IOException {
        return CheckedEntry.open(file, facts(name));
    }

    /**
     * All bytes of a file that is there.
     *
     * @param most bytes it may have
     */
    public byte[] read(String name, int most) throws IOException {
        if (size(name) > most) {
            throw new UnsafeArchiveException(name, "is larger than %d bytes".formatted(most));
        }
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        }
    }

    /** Names that start with a prefix, sorted. */
    public List<String> listBelow(String folder) {
        return entries.keySet().stream().filter(name -> name.startsWith(folder)).toList();
    }

    private ZipEntryFacts facts(String name) {
        ZipEntryFacts facts = entries.get(name);
        if (facts == null) {
            throw new IllegalArgumentException("The package has no file %s.".formatted(name));
        }
        return facts;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
