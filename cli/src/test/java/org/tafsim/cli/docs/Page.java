package org.tafsim.cli.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A document in Markdown.
 *
 * @param file absolute
 * @param prose without blocks and words of code
 * @param headings as written, with code
 */
record Page(Path file, String prose, List<String> headings) {

    private static final Pattern FENCED = Pattern.compile("(?ms)^(```+)[^\\n]*\\n.*?^\\1[ ]*$");
    private static final Pattern CODE = Pattern.compile("(`+)(?:(?!`).)+?\\1");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*?) *#*$");
    private static final Pattern LINK = Pattern.compile("\\]\\(<?([^)\\s>]+)>?(?: \"[^\"]*\")?\\)");

    static Page of(Path file) {
        try {
            String text = COMMENT.matcher(Files.readString(file)).replaceAll("");
            String unfenced = FENCED.matcher(text).replaceAll("");
            List<String> headings = HEADING.matcher(unfenced)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            return new Page(file, CODE.matcher(unfenced).replaceAll("code"), headings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Targets of links and images that are not on the web. */
    List<String> links() {
        return LINK.matcher(prose)
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .toList();
    }

    /** The file that a link leads to. */
    Path target(String link) {
        String path = link.replaceFirst("#.*", "");
        return path.isEmpty() ? file : file.resolveSibling(path).normalize();
    }

    /** Of its headings, as GitHub makes them. */
    Set<String> anchors() {
        Map<String, Integer> seen = new HashMap<>();
        Set<String> anchors = new LinkedHashSet<>();
        for (String heading : headings) {
            String anchor = heading.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            int before = seen.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? anchor : anchor + "-" + before);
        }
        return anchors;
    }
}
