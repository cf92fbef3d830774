package org.tafsim.experiment.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of a sweep: a set of points. */
sealed interface Block {

    /** How many points it has at most, without making them. */
    long size();

    /** Its points in order; their numbers are not yet those of the experiment. */
    List<Point> points();

    /**
     * Every combination; the last axis turns fastest.
     *
     * @param exclude combinations to leave out, as texts by path
     */
    record Grid(List<Axis> axes, List<Map<String, String>> exclude) implements Block {

        /** Copies. */
        public Grid {
            axes = List.copyOf(axes);
            exclude = List.copyOf(exclude);
        }

        @Override
        public long size() {
            double size =
                    axes.stream().mapToDouble(axis -> axis.values().size()).reduce(1, (a, b) -> a * b);
            return (long) Math.min(size, 1e18);
        }

        @Override
        public List<Point> points() {
            List<List<Setting>> points = List.of(List.of());
            for (Axis axis : axes) {
                List<List<Setting>> longer = new ArrayList<>();
                for (List<Setting> point : points) {
                    for (Setting value : axis.values()) {
                        List<Setting> next = new ArrayList<>(point);
                        next.add(value);
                        longer.add(next);
                    }
                }
                points = longer;
            }
            return points.stream()
                    .filter(point -> !isExcluded(point))
                    .map(settings -> new Point(0, settings))
                    .toList();
        }

        private boolean isExcluded(List<Setting> point) {
            return exclude.stream()
                    .anyMatch(texts -> texts.entrySet().stream()
                            .allMatch(entry -> point.stream()
                                    .anyMatch(setting -> setting.path().equals(entry.getKey())
                                            && setting.text().equals(entry.getValue()))));
        }
    }

    /** All axes side by side: the first values together, the second ones, and so on. All have as many values. */
    record Zip(List<Axis> axes) implements Block {

        /** Copies. */
        public Zip {
            axes = List.copyOf(axes);
        }

        @Override
        public long size() {
            return axes.get(0).values().size();
        }

        @Override
        public List<Point> points() {
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < axes.get(0).values().size(); i++) {
                List<Setting> point = new ArrayList<>();
                for (Axis axis : axes) {
                    point.add(axis.values().get(i));
                }
                points.add(new Point(0, point));
            }
            return points;
        }
    }

    /**
     * Points drawn to tell which parameters matter, in the order of the sample, with doubles.
     *
     * @param spreads by path
     */
    record Design(SensitivityMethod method, int runs, Map<String, Spread> spreads, long seed) implements Block {

        /** Copies and checks. */
        public Design {
            method.check(runs);
            spreads = Collections.unmodifiableMap(new LinkedHashMap<>(spreads));
        }

        @Override
        public long size() {
            return method.size(runs, spreads.size());
        }

        @Override
        public List<Point> points() {
            return Spread.points(method.draw(runs, spreads.size(), seed).points(), spreads);
        }
    }

    /** Points picked one by one, or drawn. */
    record Listed(List<Point> points) implements Block {

        /** Copies. */
        public Listed {
            points = List.copyOf(points);
        }

        @Override
        public long size() {
            return points.size();
        }
    }
}
