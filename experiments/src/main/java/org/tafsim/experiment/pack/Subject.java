package org.tafsim.experiment.pack;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a package is about: a run or a sweep.
 *
 * @param id of it
 * @param title one line
 * @param description what was simulated
 * @param version of tafsim that computed
 * @param commit of its sources; empty where unknown
 * @param started when it started; empty where nobody knows
 * @param ended when it ended
 * @param files on this machine, by their names in the package
 * @param objects names of those that the computation read
 * @param missing what it read, too, and the package leaves out
 * @param notes for whoever packs
 */
record Subject(
        String id,
        String title,
        String description,
        String version,
        Optional<String> commit,
        Optional<Instant> started,
        Instant ended,
        SortedMap<String, Path> files,
        List<String> objects,
        List<Missing> missing,
        List<String> notes) {

    /** Copies. */
    Subject {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        objects = List.copyOf(objects);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
    }

    /**
     * An input that stays out.
     *
     * @param name its file name
     * @param bytes its size
     * @param sha256 in hex
     * @param source where others find it
     */
    record Missing(String name, long bytes, String sha256, Optional<String> source) {}
}
