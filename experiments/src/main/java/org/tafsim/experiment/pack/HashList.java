package org.tafsim.experiment.pack;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files with their SHA-256, as {@code sha256sum --check} reads them. */
final class HashList {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

    private HashList() {}

    static String text(SortedMap<String, String> hashes) {
        StringBuilder text = new StringBuilder();
        hashes.forEach(
                (name, hash) -> text.append(hash).append("  ").append(name).append('\n'));
        return text.toString();
    }

    /** Hashes by name. @throws IOException where a line is no such line, or names a file again */
    static SortedMap<String, String> parse(String text) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            if (!line.matches() || hashes.put(line.group(2), line.group(1)) != null) {
                throw new IOException("line %d is no hash with a name, or a name that stood before".formatted(i + 1));
            }
        }
        return hashes;
    }
}
