package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.kernel.InvariantViolation;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.FaultKind;

/**
 * What is down by faults and maintenance: closes, stops and opens replicas. One may be down for several reasons at once; each is
 * lifted by itself. While the control plane is down nothing that stopped comes back.
 */
final class Outages {

    private final Kernel kernel;
    private final Placement placement;
    private final Doors doors;
    private final Detours detours;
    private final Runnable onChange;
    private final int[] reasons;
    private final boolean isAlone;
    private final List<FaultPart> stopped = new ArrayList<>();
    private final List<FaultPart> closed = new ArrayList<>();
    private final List<FaultPart> waiting = new ArrayList<>();

    /**
     * Nothing is down.
     *
     * @param isAlone whether nothing but faults closes a replica
     * @param onChange told after something has opened
     */
    Outages(
            Kernel kernel,
            int replicas,
            Placement placement,
            Doors doors,
            Detours detours,
            boolean isAlone,
            Runnable onChange) {
        this.kernel = kernel;
        this.placement = placement;
        this.doors = doors;
        this.detours = detours;
        this.isAlone = isAlone;
        this.onChange = onChange;
        reasons = new int[replicas];
    }

    /** These fail, now: all are closed before any stops, so that nobody flees to what goes at the same time. */
    void begin(List<FaultPart> parts) {
        List<Integer> stopping = new ArrayList<>();
        detours.begin(parts);
        for (FaultPart part : parts) {
            stopped.add(part);
            if (part.kind() == FaultKind.CONTROL_PLANE) {
                placement.openings().loseControl();
            }
            for (int replica : part.replicas()) {
                reasons[replica]++;
                if (placement.openings().stop(replica)) {
                    stopping.add(replica);
                }
            }
        }
        placement.refresh();
        stopping.forEach(doors::stop);
    }

    /** These are repaired, now. */
    void end(List<FaultPart> parts) {
        detours.end(parts);
        for (FaultPart part : parts) {
            if (part.isLink()) { // comes back by itself
                stopped.remove(part);
            } else {
                waiting.add(part);
            }
        }
        for (FaultPart part : parts) {
            if (part.kind() == FaultKind.CONTROL_PLANE) {
                placement.openings().regainControl();
            }
        }
        if (placement.openings().isControlled()) {
            waiting.forEach(this::restart);
            waiting.clear();
            placement.refresh();
        }
        if (placement.openings().isControlled() || parts.stream().anyMatch(FaultPart::isLink)) {
            onChange.run();
        }
    }

    private void restart(FaultPart part) {
        stopped.remove(part);
        for (int replica : part.replicas()) {
            reasons[replica]--;
            placement.openings().restart(replica);
        }
    }

    /** Takes no new requests, from now on. */
    void close(FaultPart part) {
        closed.add(part);
        for (int replica : part.replicas()) {
            reasons[replica]++;
            placement.openings().close(replica);
        }
        placement.refresh();
    }

    /** The maintenance is over of what was closed and stopped. */
    void reopen(FaultPart part) {
        closed.remove(part);
        for (int replica : part.replicas()) {
            reasons[replica]--;
            placement.openings().reopen(replica);
        }
        end(List.of(part));
    }

    /** Checks INV-F1: a replica is open when no reason closes it, and only then. */
    void audit() {
        detours.audit();
        int[] counted = new int[reasons.length];
        stopped.forEach(part -> count(part, counted));
        closed.forEach(part -> count(part, counted));
        for (int replica = 0; replica < counted.length; replica++) {
            boolean isOpen = placement.openings().isOpen(replica);
            boolean isRight = counted[replica] == reasons[replica]
                    && (counted[replica] == 0 || !isOpen)
                    && (counted[replica] > 0 || isOpen || !isAlone);
            if (!isRight) {
                throw new InvariantViolation(
                        "INV-F1",
                        kernel.nowNanos(),
                        "replica %d is %s; it is closed for %d reasons, of which %d are known"
                                .formatted(replica, isOpen ? "open" : "closed", counted[replica], reasons[replica]));
            }
        }
    }

    private static void count(FaultPart part, int[] counted) {
        for (int replica : part.replicas()) {
            counted[replica]++;
        }
    }
}
