package org.tafsim.model;

import java.util.List;

/**
 * Delays that follow from the slots of a time division duplex radio: a packet waits for a slot of its direction, uplink
 * perhaps for a grant first, and once more for each transmission that fails. docs/model/radio.md has the equations.
 *
 * @param frame which slots are down and up
 * @param grant how user equipment gets to send
 * @param uplink processing and failures upward
 * @param downlink the same downward
 * @param mostRetransmissions after these a packet arrives, 0 to 8
 * @param coreMillis software from the gNB's to the UPF's far side, and the last metro hop (ms), each way
 * @param wakeUps of users who are not active when they send; their shares add up to at most 1
 */
public record SlottedDelay(
        TddFrame frame,
        UplinkGrant grant,
        RadioDirection uplink,
        RadioDirection downlink,
        int mostRetransmissions,
        double coreMillis,
        List<WakeUp> wakeUps)
        implements RadioDelay {

    /** What 3GPP networks usually allow. */
    public static final int USUAL_RETRANSMISSIONS = 3;

    private static final int MOST_RETRANSMISSIONS = 8;
    private static final int LONGEST_PERIOD_SLOTS = 640; // TS 38.331, SchedulingRequestResourceConfig
    private static final String OWNER = "Slots of a radio";

    /** Copies and checks. */
    public SlottedDelay {
        wakeUps = List.copyOf(wakeUps);
        Require.within(mostRetransmissions, 0, MOST_RETRANSMISSIONS, OWNER, "retransmissions");
        Require.atLeastZero(coreMillis, OWNER, "core delay (ms)");
        Require.fraction(wakeUps.stream().mapToDouble(WakeUp::share).sum(), OWNER, "share of users who must wake up");
        if (grant instanceof UplinkGrant.OnRequest request) {
            checkPeriod(request, frame.slotNanos());
        }
    }

    private static void checkPeriod(UplinkGrant.OnRequest request, long slotNanos) {
        if (request.periodNanos() % slotNanos != 0
                || request.offsetNanos() % slotNanos != 0
                || request.periodNanos() > LONGEST_PERIOD_SLOTS * slotNanos) {
            throw new IllegalArgumentException(
                    "The period (%d ns) and the offset (%d ns) of scheduling requests must be whole numbers of slots (%d ns), the period at most %d."
                            .formatted(request.periodNanos(), request.offsetNanos(), slotNanos, LONGEST_PERIOD_SLOTS));
        }
    }
}
