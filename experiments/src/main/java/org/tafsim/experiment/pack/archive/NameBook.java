package org.tafsim.experiment.pack.archive;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All names so far, as a file system without capitals would see them. */
final class NameBook {

    private final Map<String, String> byFolded = new TreeMap<>();
    private final Map<String, Boolean> isFolder = new TreeMap<>();

    /** Adds a name, without a slash at its end. @return what is wrong with it beside the others, empty where nothing is */
    Optional<String> findFault(String name, boolean folder) {
        String folded = name.toLowerCase(Locale.ROOT);
        String before = byFolded.putIfAbsent(folded, name);
        if (before != null && before.equals(name)) {
            return Optional.of("stands in the zip twice");
        }
        if (before != null) {
            return Optional.of("differs from %s in capitals only".formatted(before));
        }
        if (isFolder.putIfAbsent(folded, folder) != null && !folder) {
            return Optional.of("is a file where others lie below");
        }
        return findFileOnTheWay(folded);
    }

    private Optional<String> findFileOnTheWay(String folded) {
        for (int slash = folded.indexOf('/'); slash >= 0; slash = folded.indexOf('/', slash + 1)) {
            if (Boolean.FALSE.equals(isFolder.putIfAbsent(folded.substring(0, slash), true))) {
                return Optional.of("lies below a file");
            }
        }
        return Optional.empty();
    }
}
