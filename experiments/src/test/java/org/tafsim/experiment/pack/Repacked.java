package org.tafsim.experiment.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.tafsim.experiment.Hashes;
import org.tafsim.experiment.pack.archive.ArchiveLimits;
import org.tafsim.experiment.pack.archive.ArchiveWriter;
import org.tafsim.experiment.pack.archive.PackageArchive;

/** A package taken apart, changed, and zipped again. */
final class Repacked {

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    static Repacked of(Path zip) throws IOException {
        Repacked repacked = new Repacked();
        try (PackageArchive archive = PackageArchive.open(zip, ArchiveLimits.PACKAGE)) {
            for (String name : archive.names()) {
                repacked.files.put(name, archive.read(name, 1 << 28));
            }
        }
        return repacked;
    }

    List<String> names() {
        return List.copyOf(files.keySet());
    }

    String text(String name) {
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    Repacked put(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Repacked remove(String name) {
        files.remove(name);
        return this;
    }

    Repacked edit(String name, UnaryOperator<String> change) {
        String before = text(name);
        String after = change.apply(before);
        if (before.equals(after)) {
            throw new IllegalArgumentException("%s was not changed.".formatted(name));
        }
        return put(name, after);
    }

    Repacked flip(String name) {
        byte[] bytes = files.getOrDefault(name, new byte[0]).clone();
        bytes[bytes.length / 2] ^= 1;
        files.put(name, bytes);
        return this;
    }

    /** Makes all hashes and sizes right again, as an attacker would who knows the format. */
    Repacked reseal() {
        SortedMap<String, String> run = new TreeMap<>();
        below(Layout.RUN).forEach((name, bytes) -> {
            if (!name.equals(RunCheck.MANIFEST) && !name.startsWith("inputs/")) {
                run.put(name, Hashes.sha256(bytes));
            }
        });
        if (!run.isEmpty()) {
            put(Layout.RUN + RunCheck.MANIFEST, HashList.text(run));
        }
        SortedMap<String, String> data = new TreeMap<>();
        below(Layout.DATA).forEach((name, bytes) -> data.put(Layout.DATA + name, Hashes.sha256(bytes)));
        put(Layout.MANIFEST, HashList.text(data));
        String crate = text(Layout.CRATE);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            crate = crate.replaceAll(
                    "(\"@id\" : \"%s\",\\s+\"@type\" : \"File\",[^}]*\"contentSize\" : )\"\\d+\""
                            .formatted(file.getKey()),
                    "$1\"%d\"".formatted(file.getValue().length));
        }
        put(Layout.CRATE, crate);
        SortedMap<String, String> tags = new TreeMap<>();
        files.forEach((name, bytes) -> {
            if (!name.startsWith(Layout.DATA) && !name.equals(Layout.TAG_MANIFEST)) {
                tags.put(name, Hashes.sha256(bytes));
            }
        });
        return put(Layout.TAG_MANIFEST, HashList.text(tags));
    }

    private SortedMap<String, byte[]> below(String folder) {
        SortedMap<String, byte[]> below = new TreeMap<>();
        files.forEach((name, bytes) -> {
            if (name.startsWith(folder)) {
                below.put(name.substring(folder.length()), bytes);
            }
        });
        return below;
    }

    Path writeTo(Path zip) throws IOException {
        try (ArchiveWriter writer = new ArchiveWriter(Files.newOutputStream(zip), ArchiveLimits.PACKAGE)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                writer.add(file.getKey(), new ByteArrayInputStream(file.getValue()));
            }
        }
        return zip;
    }
}
