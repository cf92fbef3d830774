package org.tafsim.radio;

import org.tafsim.model.SlottedDelay;

/** A radio of slots: its walks, its failures, and the distributions of delay that follow. Immutable. */
public final class SlottedRadio {
    private final SlotWalk uplinkWalk;
    private final SlotWalk downlinkWalk;
    private final HarqFailures uplinkHarq;
    private final HarqFailures downlinkHarq;

    /** The radio of a description. */
    public SlottedRadio(SlottedDelay spec) {
        TddPattern pattern = new TddPattern(spec.frame());
        uplinkWalk = new UplinkWalk(pattern, spec.uplink(), spec.grant(), spec.coreMillis());
        downlinkWalk = new DownlinkWalk(pattern, spec.downlink(), spec.coreMillis());
        uplinkHarq = new HarqFailures(spec.uplink(), spec.mostRetransmissions());
        downlinkHarq = new HarqFailures(spec.downlink(), spec.mostRetransmissions());
    }

    SlotWalk uplinkWalk() {
        return uplinkWalk;
    }

    SlotWalk downlinkWalk() {
        return downlinkWalk;
    }

    HarqFailures uplinkHarq() {
        return uplinkHarq;
    }

    HarqFailures downlinkHarq() {
        return downlinkHarq;
    }

    /** When a small packet sent up arrives (ns), if so many transmissions fail. */
    public long uplinkArrivalNanos(long sentNanos, int failures) {
        return uplinkWalk.arrival(sentNanos, failures);
    }

    /** When a small packet sent down arrives (ns), if so many transmissions fail. */
    public long downlinkArrivalNanos(long sentNanos, int failures) {
        return downlinkWalk.arrival(sentNanos, failures);
    }

    /** Delays up of active users. */
    public DelayDistribution uplinkDelays() {
        return DelayDistribution.of(uplinkWalk, uplinkHarq);
    }

    /** Delays down. */
    public DelayDistribution downlinkDelays() {
        return DelayDistribution.of(downlinkWalk, downlinkHarq);
    }
}
