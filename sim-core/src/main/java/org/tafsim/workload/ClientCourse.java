package org.tafsim.workload;

import java.util.List;
import org.tafsim.model.ArrivalSpec.Clients.Client;
import org.tafsim.model.ArrivalSpec.Clients.Window;
import org.tafsim.units.Durations;
import umontreal.ssj.rng.RandomStream;

/**
 * Arrivals of one client. In each window it is a renewal process that is found in its steady state at the window's start, so
 * that the expected number of arrivals of every window is its rate times its length.
 */
final class ClientCourse {
    private final double[] ratesPerSecond;
    private final UnitGaps[] gaps;
    private final double windowSeconds;
    private final RandomStream stream;

    /** Windows since the start of the run, those without arrivals counted. */
    private long window = -1;

    private int current;
    private double endSeconds;
    private double seconds;

    ClientCourse(Client client, RandomStream stream) {
        this.stream = stream;
        List<Window> windows = client.windows();
        ratesPerSecond = windows.stream().mapToDouble(Window::requestsPerSecond).toArray();
        gaps = windows.stream()
                .map(window -> UnitGaps.of(client.family(), window.variation()))
                .toArray(UnitGaps[]::new);
        windowSeconds = client.hasWindows() ? Durations.secondsOfNanos(client.windowNanos()) : Double.POSITIVE_INFINITY;
        enterNextWindow();
    }

    /** Time of the current arrival (s). */
    double seconds() {
        return seconds;
    }

    /** Moves to the next arrival. */
    void advance() {
        seconds += gaps[current].next(stream) / ratesPerSecond[current];
        if (seconds >= endSeconds) {
            enterNextWindow();
        }
    }

    /** Moves to the first arrival of the next window that has one. */
    private void enterNextWindow() {
        do {
            double start = endSeconds;
            window++;
            current = (int) (window % gaps.length);
            endSeconds = (window + 1) * windowSeconds;
            seconds = ratesPerSecond[current] > 0
                    ? start + gaps[current].rest(stream) / ratesPerSecond[current]
                    : Double.POSITIVE_INFINITY;
        } while (seconds >= endSeconds && endSeconds < GapArrivals.LAST_SECONDS);
    }
}
