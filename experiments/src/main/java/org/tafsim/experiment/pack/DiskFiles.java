package org.tafsim.experiment.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Files below a folder of this machine; hidden ones and links are left out. */
final class DiskFiles implements FileSet {

    private final Path root;
    private final NavigableSet<String> names;

    private DiskFiles(Path root, NavigableSet<String> names) {
        this.root = root;
        this.names = Collections.unmodifiableNavigableSet(names);
    }

    static DiskFiles of(Path root) throws IOException {
        NavigableSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.startsWith(".") && !name.contains("/."))
                    .forEach(names::add);
        }
        return new DiskFiles(root, names);
    }

    @Override
    public NavigableSet<String> names() {
        return names;
    }

    @Override
    public long size(String name) throws IOException {
        return Files.size(root.resolve(name));
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(root.resolve(name));
    }
}
