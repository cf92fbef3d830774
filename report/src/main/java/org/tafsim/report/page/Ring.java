package org.tafsim.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Closed lines on the map: their points, the last of which is the first. */
final class Ring {

    private Ring() {}

    /** A point: east and north (degrees). */
    record Point(double x, double y) {}

    /** Twice the area, positive where the ring goes counterclockwise (square degrees). */
    static double doubleArea(List<Point> ring) {
        double area = 0;
        for (int i = 0; i + 1 < ring.size(); i++) {
            area += ring.get(i).x() * ring.get(i + 1).y()
                    - ring.get(i + 1).x() * ring.get(i).y();
        }
        return area;
    }

    /** The part inside a box, by one side after the other (Sutherland and Hodgman, 1974); empty where nothing is inside. */
    static List<Point> clipped(List<Point> ring, MapBox box) {
        List<Point> left = clipped(ring, point -> point.x() - box.west());
        left = clipped(left, point -> box.east() - point.x());
        left = clipped(left, point -> point.y() - box.south());
        return clipped(left, point -> box.north() - point.y());
    }

    /** The part on one side of a line. */
    private static List<Point> clipped(List<Point> ring, ToDoubleFunction<Point> inside) {
        if (ring.stream().allMatch(point -> inside.applyAsDouble(point) >= 0)) {
            return ring;
        }
        List<Point> kept = new ArrayList<>();
        for (int i = 0; i + 1 < ring.size(); i++) {
            Point from = ring.get(i);
            Point to = ring.get(i + 1);
            double before = inside.applyAsDouble(from);
            double after = inside.applyAsDouble(to);
            if (before >= 0) {
                kept.add(from);
            }
            if (before >= 0 != after >= 0) {
                double share = before / (before - after);
                kept.add(new Point(from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y())));
            }
        }
        if (!kept.isEmpty()) {
            kept.add(kept.get(0));
        }
        return kept;
    }

    /** The same line with fewer points: none that is left out is farther from it than the tolerance (Douglas and Peucker, 1973). */
    static List<Point> simplified(List<Point> line, double tolerance) {
        if (line.size() < 3) {
            return line;
        }
        boolean[] kept = new boolean[line.size()];
        kept[0] = true;
        kept[line.size() - 1] = true;
        List<int[]> open = new ArrayList<>();
        open.add(new int[] {0, line.size() - 1});
        while (!open.isEmpty()) {
            int[] part = open.remove(open.size() - 1);
            int farthest = farthest(line, part[0], part[1], tolerance);
            if (farthest > 0) {
                kept[farthest] = true;
                open.add(new int[] {part[0], farthest});
                open.add(new int[] {farthest, part[1]});
            }
        }
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                points.add(line.get(i));
            }
        }
        return points;
    }

    /** The point farthest from a chord, or 0 where none is beyond the tolerance. */
    private static int farthest(List<Point> line, int first, int last, double tolerance) {
        double most = tolerance * tolerance;
        int farthest = 0;
        for (int i = first + 1; i < last; i++) {
            double distance = squareDistance(line.get(i), line.get(first), line.get(last));
            if (distance > most) {
                most = distance;
                farthest = i;
            }
        }
        return farthest;
    }

    private static double squareDistance(Point point, Point from, Point to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double square = dx * dx + dy * dy;
        double along = square == 0
                ? 0
                : Math.max(0, Math.min(1, ((point.x() - from.x()) * dx + (point.y() - from.y()) * dy) / square));
        double x = point.x() - from.x() - along * dx;
        double y = point.y() - from.y() - along * dy;
        return x * x + y * y;
    }
}
