package org.tafsim.radio;

import org.tafsim.model.RadioDirection;
import org.tafsim.model.UplinkGrant;

/**
 * Up: processing, a request where one is needed, the grant in a slot down, the data in a slot up, decoding, core. A transmission
 * that fails is granted anew from the end of its slot.
 */
final class UplinkWalk extends SlotWalk {

    /** No request is needed. */
    private static final long NONE = 0;

    private final long coreNanos;
    private final long gnbNanos;
    private final long ueNanos;
    private final long requestPeriodNanos;
    private final long requestOffsetNanos;

    UplinkWalk(TddPattern pattern, RadioDirection direction, UplinkGrant grant, double coreMillis) {
        super(pattern);
        coreNanos = Millis.nanos(coreMillis);
        gnbNanos = Millis.nanos(direction.gnbMillis());
        ueNanos = Millis.nanos(direction.ueMillis());
        boolean isOnRequest = grant instanceof UplinkGrant.OnRequest;
        requestPeriodNanos = isOnRequest ? ((UplinkGrant.OnRequest) grant).periodNanos() : NONE;
        requestOffsetNanos = isOnRequest ? ((UplinkGrant.OnRequest) grant).offsetNanos() : NONE;
    }

    @Override
    long arrival(long sentNanos, int failures) {
        long sent = firstSlot(sentNanos + ueNanos) + slotNanos();
        int grants = requestPeriodNanos == NONE ? failures : failures + 1;
        for (int granted = 0; granted < grants; granted++) {
            sent = sentOnGrant(sent);
        }
        return sent + gnbNanos + coreNanos;
    }

    /** End of the slot of the data, where the request or the failed data ended at the time given. */
    private long sentOnGrant(long endNanos) {
        long granted = pattern.nextDownlink(endNanos + gnbNanos) + slotNanos();
        return pattern.nextUplink(granted + ueNanos) + slotNanos();
    }

    @Override
    long leadNanos() {
        return ueNanos;
    }

    /** Begin of the slot of the first transmission, or of the request, that a packet ready now gets (ns). */
    private long firstSlot(long readyNanos) {
        if (requestPeriodNanos == NONE) {
            return pattern.nextUplink(readyNanos);
        }
        long periods = Math.floorDiv(readyNanos - requestOffsetNanos + requestPeriodNanos - 1, requestPeriodNanos);
        return pattern.nextUplink(requestOffsetNanos + periods * requestPeriodNanos);
    }

    @Override
    long periodSlots() {
        if (requestPeriodNanos == NONE) {
            return pattern.slots();
        }
        long requestSlots = requestPeriodNanos / slotNanos();
        return pattern.slots() * requestSlots / gcd(pattern.slots(), requestSlots);
    }

    private static long gcd(long one, long other) {
        return other == 0 ? one : gcd(other, one % other);
    }
}
