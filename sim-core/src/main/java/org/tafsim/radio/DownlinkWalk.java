package org.tafsim.radio;

import org.tafsim.model.RadioDirection;

/**
 * Down: core, processing, the next slot down, decoding. A transmission that fails is answered in the next slot up, and repeated
 * in the first slot down that is ready after that.
 */
final class DownlinkWalk extends SlotWalk {
    private final long coreNanos;
    private final long gnbNanos;
    private final long ueNanos;

    DownlinkWalk(TddPattern pattern, RadioDirection direction, double coreMillis) {
        super(pattern);
        coreNanos = Millis.nanos(coreMillis);
        gnbNanos = Millis.nanos(direction.gnbMillis());
        ueNanos = Millis.nanos(direction.ueMillis());
    }

    @Override
    long arrival(long sentNanos, int failures) {
        long decoded = pattern.nextDownlink(sentNanos + leadNanos()) + slotNanos() + ueNanos;
        for (int failed = 0; failed < failures; failed++) {
            long answered = pattern.nextUplink(decoded) + slotNanos();
            decoded = pattern.nextDownlink(answered + gnbNanos) + slotNanos() + ueNanos;
        }
        return decoded;
    }

    @Override
    long leadNanos() {
        return coreNanos + gnbNanos;
    }

    @Override
    long periodSlots() {
        return pattern.slots();
    }
}
