package org.tafsim.experiment.sweep;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tafsim.experiment.RunTask;

/** Points with what simulates them, kept as long as their tasks are likely to follow each other. */
final class PreparedPoints {

    private static final int MOST = 16;

    private final SweepFolder folder;
    private final Simulator simulator;
    private final Map<Integer, Prepared> recent = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Prepared> eldest) {
            return size() > MOST;
        }
    };

    PreparedPoints(SweepFolder folder, Simulator simulator) {
        this.folder = folder;
        this.simulator = simulator;
    }

    /** A point, and what simulates it. */
    record Prepared(PlannedPoint point, RunTask task) {}

    /** The point of this number; prepared by one thread while others that want a point wait. */
    synchronized Prepared get(int number) {
        return recent.computeIfAbsent(number, n -> {
            PlannedPoint point = folder.plan().point(n);
            return new Prepared(point, simulator.task(point));
        });
    }
}
