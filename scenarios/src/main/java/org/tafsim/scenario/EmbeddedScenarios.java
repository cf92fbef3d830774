package org.tafsim.scenario;

import java.util.List;
import org.tafsim.scenario.catalog.PackedFiles;

/** The scenarios in the jar, for when no file is at hand. */
public final class EmbeddedScenarios {

    private static final List<String> NAMES = List.of("hello", "edge-vs-cloud", "trace-replay");

    private EmbeddedScenarios() {}

    /** Their names. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The text of one.
     *
     * @throws IllegalStateException when there is none of this name
     */
    public static String text(String name) {
        return new PackedFiles().get(name + ".yaml");
    }
}
