package org.tafsim.experiment;

import java.util.Optional;

/**
 * Which tafsim computes.
 *
 * @param version e.g. {@code 0.1.0}
 * @param commit of its sources; empty where it was built without git
 * @param isDirty whether the sources had changes beyond that commit
 */
public record Build(String version, Optional<String> commit, boolean isDirty) {

    private static final String DIRTY = "-dirty";

    /**
     * From what the build noted.
     *
     * @param described {@code <commit>} or {@code <commit>-dirty}; blank where nothing is known
     */
    public static Build of(String version, String described) {
        String text = described.strip();
        boolean isDirty = text.endsWith(DIRTY);
        String commit = isDirty ? text.substring(0, text.length() - DIRTY.length()) : text;
        return new Build(version, Optional.of(commit).filter(c -> !c.isEmpty()), isDirty);
    }
}
