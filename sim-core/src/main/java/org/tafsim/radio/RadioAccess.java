package org.tafsim.radio;

import org.tafsim.kernel.random.KeyedDraws;
import org.tafsim.model.AccessProfile;
import org.tafsim.model.MeasuredDelay;
import org.tafsim.model.RadioDelay;
import org.tafsim.model.SlottedDelay;
import org.tafsim.units.Durations;

/**
 * Delays and rates of one kind of radio, between user equipment and a UPF beside the cell. Immutable; nothing is allocated for a
 * packet.
 */
public final class RadioAccess {
    private static final int UPLINK_DRAW = 0;
    private static final int DOWNLINK_DRAW = 1;
    private static final int WAKING_DRAW = 2;
    private static final double MILLIS_PER_SECOND = 1e3;

    private final OneWayDelay uplink;
    private final OneWayDelay downlink;
    private final double uplinkBitsPerSecond;
    private final double downlinkBitsPerSecond;
    private final double meanRoundTripSeconds;

    /** The radio of a profile. */
    public RadioAccess(AccessProfile profile) {
        RadioDelay delay = profile.delay();
        if (delay instanceof MeasuredDelay measured) {
            uplink = new DrawnDelay(measured.uplinkMillis(), UPLINK_DRAW);
            downlink = new DrawnDelay(measured.downlinkMillis(), DOWNLINK_DRAW);
        } else if (delay instanceof SlottedDelay slotted) {
            SlottedRadio radio = new SlottedRadio(slotted);
            OneWayDelay awake = new WalkedDelay(radio.uplinkWalk(), radio.uplinkHarq(), UPLINK_DRAW);
            uplink = slotted.wakeUps().isEmpty() ? awake : new WakingDelay(slotted.wakeUps(), awake, WAKING_DRAW);
            downlink = new WalkedDelay(radio.downlinkWalk(), radio.downlinkHarq(), DOWNLINK_DRAW);
        } else {
            throw new IllegalArgumentException("No radio is known for %s.".formatted(delay));
        }
        uplinkBitsPerSecond = profile.uplinkBitsPerSecond();
        downlinkBitsPerSecond = profile.downlinkBitsPerSecond();
        meanRoundTripSeconds = (uplink.meanMillis() + downlink.meanMillis()) / MILLIS_PER_SECOND;
    }

    /**
     * Delay up of a small packet that a user sends now (ns), waking up included.
     *
     * @param draws of the network
     * @param drawKey names the request
     */
    public long uplinkNanos(KeyedDraws draws, long drawKey, long nowNanos) {
        return uplink.nanos(draws, drawKey, nowNanos);
    }

    /**
     * Delay down of a small packet that is at the UPF's side of the cell now (ns).
     *
     * @param draws of the network
     * @param drawKey names the request: all its packets down fail as often as each other
     */
    public long downlinkNanos(KeyedDraws draws, long drawKey, long nowNanos) {
        return downlink.nanos(draws, drawKey, nowNanos);
    }

    /** The least delay up of a small packet of a request, whenever it is sent (ns). */
    public long leastUplinkNanos(KeyedDraws draws, long drawKey) {
        return uplink.leastNanos(draws, drawKey);
    }

    /** The least delay down of a small packet of a request, whenever it is sent (ns). */
    public long leastDownlinkNanos(KeyedDraws draws, long drawKey) {
        return downlink.leastNanos(draws, drawKey);
    }

    /** Time to send so many bytes up at the user's rate (ns), rounded up. */
    public long uplinkBytesNanos(long bytes) {
        return nanosOf(bytes, uplinkBitsPerSecond);
    }

    /** Time to send so many bytes down at the user's rate (ns), rounded up. */
    public long downlinkBytesNanos(long bytes) {
        return nanosOf(bytes, downlinkBitsPerSecond);
    }

    private static long nanosOf(long bytes, double bitsPerSecond) {
        return Durations.nanosOfSeconds(bytes * 8.0 / bitsPerSecond);
    }

    /** Mean of both delays together (s), bytes not counted. */
    public double meanRoundTripSeconds() {
        return meanRoundTripSeconds;
    }
}
