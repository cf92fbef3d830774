package org.tafsim.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The parts of which a page is made, in the jar. */
final class PageParts {

    private PageParts() {}

    /** Scripts and styles in the order in which they come; lines with a hash sign are remarks. */
    static List<String> names() {
        return text("parts.txt")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    static String text(String name) {
        try (InputStream in = PageParts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The part %s of the page is missing.".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The part %s of the page cannot be read.".formatted(name), e);
        }
    }
}
