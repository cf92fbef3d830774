package org.tafsim.scenario.mobility;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.tafsim.stats.LatencyHistogram;

/** Counts stays in zones, and how long those were that ended in another one. */
final class ZoneTally {

    private static final double NANOS_PER_SECOND = 1e9;

    private final List<String> names;
    private final Cells zones;
    private final long[] stays;
    private final TreeMap<Long, LatencyHistogram> crossings = new TreeMap<>();

    ZoneTally(PointFile.Named points) {
        names = points.names().stream().distinct().toList();
        zones = new NearestCells(points);
        stays = new long[names.size()];
    }

    /** Where one vehicle stays. */
    final class Stay {
        private final Cells.Spot spot = new Cells.Spot();
        private final double[] since = {Double.NaN};
        private int zone = -1;

        /** The vehicle is here now. */
        void see(double seconds, double x, double y) {
            int now = (int) zones.cellOf(x, y, spot);
            if (now == zone) {
                return;
            }
            if (zone >= 0) {
                crossings
                        .computeIfAbsent((long) zone * names.size() + now, pair -> new LatencyHistogram())
                        .record(Math.round((seconds - since[0]) * NANOS_PER_SECOND));
            }
            zone = now;
            since[0] = seconds;
            stays[now]++;
        }
    }

    List<ZoneCrossing> crossings() {
        List<ZoneCrossing> found = new ArrayList<>();
        crossings.forEach((pair, times) -> {
            int from = (int) (pair / names.size());
            int to = (int) (pair % names.size());
            found.add(new ZoneCrossing(names.get(from), names.get(to), stays[from], times.count(), quantiles(times)));
        });
        return List.copyOf(found);
    }

    private static List<Double> quantiles(LatencyHistogram times) {
        List<Double> seconds = new ArrayList<>();
        times.quantilesNanos(ZoneCrossing.PROBABILITIES).forEach(nanos -> seconds.add(nanos / NANOS_PER_SECOND));
        seconds.set(0, times.minNanos() / NANOS_PER_SECOND);
        return List.copyOf(seconds);
    }
}
