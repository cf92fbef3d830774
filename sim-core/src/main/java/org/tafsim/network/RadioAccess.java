package org.tafsim.network;

import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.Samplers;
import org.tafsim.model.AccessProfile;
import org.tafsim.model.QuantileTable;
import org.tafsim.units.Durations;

/** Delays of one kind of radio, between user equipment and a UPF beside the cell. */
final class RadioAccess {
    private static final double MILLIS_PER_SECOND = 1e3;

    private final InverseCdf uplinkMillis;
    private final InverseCdf downlinkMillis;
    private final double uplinkBitsPerSecond;
    private final double downlinkBitsPerSecond;
    private final double meanRoundTripSeconds;

    RadioAccess(AccessProfile profile) {
        uplinkMillis = quantiles(profile.uplinkMillis());
        downlinkMillis = quantiles(profile.downlinkMillis());
        uplinkBitsPerSecond = profile.uplinkBitsPerSecond();
        downlinkBitsPerSecond = profile.downlinkBitsPerSecond();
        meanRoundTripSeconds =
                (profile.uplinkMillis().mean() + profile.downlinkMillis().mean()) / MILLIS_PER_SECOND;
    }

    private static InverseCdf quantiles(QuantileTable table) {
        return Samplers.quantiles(table.probabilities(), table.values());
    }

    /** Time up (ns) for a uniform draw: delay of a small packet, then the bytes at the user's rate. */
    long uplinkNanos(double u, long bytes) {
        return nanos(uplinkMillis.at(u)) + Links.nanosOf(bytes, uplinkBitsPerSecond);
    }

    /** The same down. */
    long downlinkNanos(double u, long bytes) {
        return nanos(downlinkMillis.at(u)) + Links.nanosOf(bytes, downlinkBitsPerSecond);
    }

    /** Mean of both delays together (s), bytes not counted. */
    double meanRoundTripSeconds() {
        return meanRoundTripSeconds;
    }

    private static long nanos(double millis) {
        return Durations.nanosOfSeconds(millis / MILLIS_PER_SECOND);
    }
}
