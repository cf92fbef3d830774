package org.tafsim.scenario;

import org.tafsim.scenario.catalog.PackedFiles;

/** What {@code tafsim new} writes: a small scenario with a comment on every choice. */
public final class StarterScenario {

    private StarterScenario() {}

    /** Its text. */
    public static String text() {
        return new PackedFiles().get("starter/starter.yaml");
    }
}
