package org.tafsim.experiment.pack;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.tafsim.experiment.pack.archive.PackageArchive;

/** Files below a folder of a package. */
final class ArchiveFiles implements FileSet {

    private final PackageArchive archive;
    private final String folder;

    /**
     * A folder's files.
     *
     * @param folder ends with a slash; empty for the whole package
     */
    ArchiveFiles(PackageArchive archive, String folder) {
        this.archive = archive;
        this.folder = folder;
    }

    @Override
    public NavigableSet<String> names() {
        NavigableSet<String> names = new TreeSet<>();
        archive.listBelow(folder).forEach(name -> names.add(name.substring(folder.length())));
        return Collections.unmodifiableNavigableSet(names);
    }

    @Override
    public long size(String name) {
        return archive.size(folder + name);
    }

    @Override
    public InputStream open(String name) throws IOException {
        return archive.open(folder + name);
    }
}
