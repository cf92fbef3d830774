package org.tafsim.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The list of a run's files with their hashes, as {@code sha256sum --check} reads it. */
final class Manifest {

    static final String FILE = "manifest-sha256.txt";

    private static final String GAP = "  ";

    private Manifest() {}

    /** Text of the manifest, by path. */
    static String text(SortedMap<String, String> hashes) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> file : hashes.entrySet()) {
            text.append(file.getValue()).append(GAP).append(file.getKey()).append('\n');
        }
        return text.toString();
    }

    /** Hashes by path; lines that are none do not count. */
    static SortedMap<String, String> read(Path manifest) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (String line : Files.readAllLines(manifest, StandardCharsets.UTF_8)) {
            int gap = line.indexOf(GAP);
            if (gap > 0) {
                hashes.put(line.substring(gap + GAP.length()), line.substring(0, gap));
            }
        }
        return hashes;
    }

    /** A file below a run's folder that its manifest does not name; what file managers hide does not count. */
    static Optional<String> findForeign(Path folder) throws IOException {
        Set<String> known = new HashSet<>(List.of(FILE)); // asked, never iterated
        Path manifest = folder.resolve(FILE);
        if (Files.exists(manifest)) {
            known.addAll(read(manifest).keySet());
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !Files.isDirectory(file))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !known.contains(file))
                    .sorted()
                    .findFirst();
        }
    }
}
