package org.tafsim.scenario.mobility;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tafsim.stats.LatencyHistogram;

/** Adds up what is seen; keeps a little of each vehicle, and nothing of where it went. */
final class MobilityTally implements FloatingCars.Sink {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Cells cells;
    private final double radiusMeters;
    private final Optional<ZoneTally> zones;
    private final Map<String, Track> tracks = new HashMap<>(); // asked, and counted
    private final Set<Long> visited = new HashSet<>(); // counted
    private final SpeedShares speeds = new SpeedShares();
    private final LatencyHistogram sojourns = new LatencyHistogram();
    private double firstSeconds = Double.NaN;
    private double lastSeconds;
    private long steps;
    private long handovers;
    private double statedMeters;
    private double driftMeters;

    MobilityTally(Cells cells, double radiusMeters, Optional<ZoneTally> zones) {
        this.cells = cells;
        this.radiusMeters = radiusMeters;
        this.zones = zones;
    }

    /** A vehicle, as it was seen last. */
    private static final class Track {
        private final Cells.Spot spot = new Cells.Spot();
        private final ZoneTally.@Nullable Stay stay;
        private Sighting last;
        private long cell;

        /** When it came into its cell; NaN where nobody saw it come. */
        private double since = Double.NaN;

        private Track(Sighting first, ZoneTally.@Nullable Stay stay) {
            last = first;
            this.stay = stay;
        }
    }

    @Override
    public void see(Sighting sighting) {
        firstSeconds = Double.isNaN(firstSeconds) ? sighting.seconds() : firstSeconds;
        lastSeconds = sighting.seconds();
        steps = sighting.step() + 1;
        Track track = tracks.get(sighting.vehicle());
        if (track == null || track.last.step() != sighting.step() - 1) {
            track = new Track(sighting, zones.map(tally -> tally.new Stay()).orElse(null));
            track.cell = cells.cellOf(sighting.x(), sighting.y(), track.spot);
            visited.add(track.cell);
            tracks.put(sighting.vehicle(), track);
        } else {
            move(track, sighting);
        }
        if (track.stay != null) {
            track.stay.see(sighting.seconds(), sighting.x(), sighting.y());
        }
    }

    private void move(Track track, Sighting now) {
        Sighting last = track.last;
        double seconds = now.seconds() - last.seconds();
        double meters = Math.hypot(now.x() - last.x(), now.y() - last.y());
        boolean isStated = !Double.isNaN(now.speed()) && !Double.isNaN(last.speed());
        double speed = isStated ? (now.speed() + last.speed()) / 2 : meters / seconds;
        speeds.add(speed, seconds);
        if (isStated) {
            statedMeters += speed * seconds;
            driftMeters += meters;
        }
        long cell = cells.cellOf(now.x(), now.y(), track.spot);
        if (cell != track.cell) {
            handovers++;
            visited.add(cell);
            if (!Double.isNaN(track.since)) {
                sojourns.record(Math.round((now.seconds() - track.since) * NANOS_PER_SECOND));
            }
            track.cell = cell;
            track.since = now.seconds();
        }
        track.last = now;
    }

    /** Whether nobody was seen in two timesteps that follow each other. */
    boolean isEmpty() {
        return speeds.totalSeconds() == 0;
    }

    /** How far vehicles went by their positions (m). */
    double driftMeters() {
        return driftMeters;
    }

    /** How far by their speeds (m). */
    double statedMeters() {
        return statedMeters;
    }

    MobilityMeasures measures() {
        return new MobilityMeasures(
                tracks.size(),
                steps,
                lastSeconds - firstSeconds,
                speeds.totalSeconds(),
                speeds.mean(),
                List.of(speeds.quantile(0.05), speeds.quantile(0.5), speeds.quantile(0.95)),
                speeds.stoppedShare(),
                visited.size(),
                radiusMeters,
                handovers,
                sojourns.count(),
                sojourns.count() == 0
                        ? List.of()
                        : List.of(
                                sojourns.meanNanos() / NANOS_PER_SECOND,
                                sojourns.quantileNanos(0.5) / NANOS_PER_SECOND,
                                sojourns.quantileNanos(0.95) / NANOS_PER_SECOND),
                zones.map(ZoneTally::crossings).orElse(List.of()));
    }
}
