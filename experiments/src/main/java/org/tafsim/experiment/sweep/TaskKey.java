package org.tafsim.experiment.sweep;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A point in one replication: what is run as one piece, all its policies together.
 *
 * @param point from 0
 * @param replication from 0
 */
public record TaskKey(int point, int replication) implements Comparable<TaskKey> {

    private static final Pattern NAME = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
    private static final Comparator<TaskKey> ORDER =
            Comparator.comparingInt(TaskKey::point).thenComparingInt(TaskKey::replication);

    /** From the name of its folder. */
    public static Optional<TaskKey> find(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                ? Optional.of(new TaskKey(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** Name of its folder. */
    @Override
    public String toString() {
        return point + "-" + replication;
    }

    @Override
    public int compareTo(TaskKey other) {
        return ORDER.compare(this, other);
    }
}
