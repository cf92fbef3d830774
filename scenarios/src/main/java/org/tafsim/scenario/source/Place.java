package org.tafsim.scenario.source;

/**
 * Where a piece of text stands.
 *
 * @param file as the user named it, or what else it came from, e.g. {@code --set run.duration}
 * @param line from 1; 0 where the text has no lines
 * @param column from 1; 0 where the text has no lines
 * @param path of keys down to it, e.g. {@code sites[3].uplink}; empty for the whole
 */
public record Place(String file, int line, int column, String path) {

    /** A whole file. */
    public static Place of(String file) {
        return new Place(file, 0, 0, "");
    }

    /** The same position, known by the path of a key in it. */
    public Place key(String key) {
        return new Place(file, line, column, path.isEmpty() ? key : path + "." + key);
    }

    /** The same position, known by the path of an item in it (from 0). */
    public Place item(int index) {
        return new Place(file, line, column, path + "[" + index + "]");
    }

    /** The same path, elsewhere in the file. */
    Place moved(int toLine, int toColumn) {
        return new Place(file, toLine, toColumn, path);
    }
}
