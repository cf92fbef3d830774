package org.tafsim.scenario.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.YamlTree;

/** The texts packed into the jar: catalog files, rule packs, the schema and the shipped scenarios. */
public final class PackedFiles {

    private static final String ROOT = "/tafsim/";

    /**
     * The text of a packed file.
     *
     * @param path e.g. {@code catalog/models.yaml}
     */
    public Optional<String> find(String path) {
        try (InputStream in = PackedFiles.class.getResourceAsStream(ROOT + path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The packed file %s cannot be read.".formatted(path), e);
        }
    }

    /** The text of a packed file that is always there. */
    public String get(String path) {
        return find(path)
                .orElseThrow(() -> new IllegalStateException("The packed file %s is missing.".formatted(path)));
    }

    <T> Map<String, T> read(String name, Section<T> section, Problems problems) {
        Place file = Place.of("catalog/" + name);
        Optional<Node> root = YamlTree.parse(file, get("catalog/" + name), problems);
        if (root.isEmpty()) {
            return Map.of();
        }
        Keys keys = Keys.of(root.get(), "a catalog", problems);
        return Collections.unmodifiableMap(section.read(keys, keys.optional("source", Format.TEXT, ""), problems));
    }
}
