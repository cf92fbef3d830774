package org.tafsim.experiment.slurm;

import java.util.ArrayList;
import java.util.List;

/**
 * A range of points, the work of one element of an array. Of its points some may be done already: the task verb skips them.
 *
 * @param firstPoint from 0
 * @param lastPoint inclusive
 */
record Chunk(int firstPoint, int lastPoint) {

    Chunk {
        if (firstPoint < 0 || lastPoint < firstPoint) {
            throw new IllegalArgumentException(
                    "A chunk of points %s to %s makes no range.".formatted(firstPoint, lastPoint));
        }
    }

    /**
     * Ranges that hold all these points, each range at most so many of them.
     *
     * @param points in ascending order
     * @param pointsEach at least 1
     */
    static List<Chunk> listOf(List<Integer> points, int pointsEach) {
        List<Chunk> chunks = new ArrayList<>();
        for (int from = 0; from < points.size(); from += pointsEach) {
            int to = Math.min(from + pointsEach, points.size());
            chunks.add(new Chunk(points.get(from), points.get(to - 1)));
        }
        return List.copyOf(chunks);
    }

    /** As the task verb reads it. */
    String text() {
        return firstPoint + "-" + lastPoint;
    }
}
