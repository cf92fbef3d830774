package org.tafsim.radio;

import org.tafsim.model.SlottedDelay;
import org.tafsim.model.UplinkGrant;

/**
 * The way of a packet, one slot after the other: at the begin of every slot it is asked what may be sent in it. Slow, and written
 * without looking at the walk.
 */
final class SlotBySlot {
    private final SlottedDelay spec;
    private State state = State.DATA;
    private long readyNanos;
    private int failuresLeft;
    private boolean isRequestDue;

    private enum State {
        REQUEST,
        GRANT,
        DATA,
        ANSWER
    }

    private SlotBySlot(SlottedDelay spec, long readyNanos, int failures) {
        this.spec = spec;
        this.readyNanos = readyNanos;
        failuresLeft = failures;
    }

    static long up(SlottedDelay spec, long sentNanos, int failures) {
        SlotBySlot packet = new SlotBySlot(spec, sentNanos + nanos(spec.uplink().ueMillis()), failures);
        packet.state = spec.grant() instanceof UplinkGrant.Configured ? State.DATA : State.REQUEST;
        long slotNanos = spec.frame().slotNanos();
        for (long slot = sentNanos / slotNanos; ; slot++) {
            if (packet.isOverUp(slot * slotNanos, spec.frame().pattern().charAt((int)
                    (slot % spec.frame().slots())))) {
                return (slot + 1) * slotNanos + nanos(spec.uplink().gnbMillis()) + nanos(spec.coreMillis());
            }
        }
    }

    /** Lets a slot go by. @return whether the data got through in it */
    private boolean isOverUp(long begin, char letter) {
        long end = begin + spec.frame().slotNanos();
        boolean isReady = begin >= readyNanos;
        if (state == State.REQUEST) {
            UplinkGrant.OnRequest request = (UplinkGrant.OnRequest) spec.grant();
            isRequestDue |= isReady && begin % request.periodNanos() == request.offsetNanos();
            if (isRequestDue && letter == 'U') {
                next(State.GRANT, end + nanos(spec.uplink().gnbMillis()));
            }
        } else if (state == State.GRANT && isReady && carriesDown(letter)) {
            next(State.DATA, end + nanos(spec.uplink().ueMillis()));
        } else if (state == State.DATA && isReady && letter == 'U') {
            if (failuresLeft == 0) {
                return true;
            }
            failuresLeft--;
            next(State.GRANT, end + nanos(spec.uplink().gnbMillis()));
        }
        return false;
    }

    static long down(SlottedDelay spec, long sentNanos, int failures) {
        long readyNanos =
                sentNanos + nanos(spec.coreMillis()) + nanos(spec.downlink().gnbMillis());
        SlotBySlot packet = new SlotBySlot(spec, readyNanos, failures);
        long slotNanos = spec.frame().slotNanos();
        for (long slot = sentNanos / slotNanos; ; slot++) {
            if (packet.isOverDown(slot * slotNanos, spec.frame().pattern().charAt((int)
                    (slot % spec.frame().slots())))) {
                return (slot + 1) * slotNanos + nanos(spec.downlink().ueMillis());
            }
        }
    }

    private boolean isOverDown(long begin, char letter) {
        long end = begin + spec.frame().slotNanos();
        if (begin < readyNanos) {
            return false;
        }
        if (state == State.DATA && carriesDown(letter)) {
            if (failuresLeft == 0) {
                return true;
            }
            failuresLeft--;
            next(State.ANSWER, end + nanos(spec.downlink().ueMillis()));
        } else if (state == State.ANSWER && letter == 'U') {
            next(State.DATA, end + nanos(spec.downlink().gnbMillis()));
        }
        return false;
    }

    private boolean carriesDown(char letter) {
        return letter == 'D' || (letter == 'S' && spec.frame().special().down() > 0);
    }

    private void next(State later, long nanos) {
        state = later;
        readyNanos = nanos;
    }

    private static long nanos(double millis) {
        return (long) Math.ceil(millis / 1e3 * 1e9);
    }
}
