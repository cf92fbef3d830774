package org.tafsim.engine;

import java.util.stream.IntStream;
import org.tafsim.model.CardShare;
import org.tafsim.model.RanSharing;
import org.tafsim.model.RanSpec;
import org.tafsim.ran.CardSplit;
import org.tafsim.serving.ServingSystem;

/**
 * The replicas on the cards of a RAN: gives them what the split leaves to AI, and takes it away.
 *
 * <p>In turns with RAN they have their card for a share of the time, side by side a share of its speed, in slices a part of it. While a
 * card is cut they wait, with their KV cache gone; what runs on a card that RAN takes for itself goes elsewhere.
 */
final class RanCards {

    /** A share of AI below which it stands still. */
    private static final double LEAST_SHARE = 0.01;

    private final RanSpec spec;
    private final CardSplit split;
    private final int[] replicas;
    private final Placement placement;
    private final ServingSystem serving;
    private final Doors doors;
    private final boolean[] isClosed;
    private final boolean[] isTaken;
    private double aiShare = 1;
    private double ranShare;
    private boolean isDraining;
    private boolean hasOpened;
    private boolean hasClosed;
    private long takes;
    private long preempted;

    /** What becomes of a replica. */
    private enum Fate {
        /** Serves, at its pace. */
        OPEN,
        /** Takes no new requests. */
        DRAINS,
        /** Stands still. */
        STANDS,
        /** Loses its KV cache, and waits for another part of its card. */
        WAITS,
        /** Loses its card, and its requests. */
        GOES
    }

    RanCards(RanSpec spec, CardSplit split, int[] replicas, Placement placement, ServingSystem serving, Doors doors) {
        this.spec = spec;
        this.split = split;
        this.replicas = replicas;
        this.placement = placement;
        this.serving = serving;
        this.doors = doors;
        isClosed = new boolean[replicas.length];
        isTaken = new boolean[replicas.length];
    }

    /** Whether the split says something else than the replicas were given. */
    boolean areStale() {
        return split.aiShare() != aiShare || split.ranShare() != ranShare || split.isDraining() != isDraining;
    }

    /** Gives the replicas what the split says now; whether some opened. All that close do so before anything stops. */
    boolean update() {
        if (split.aiShare() < aiShare && isBusy()) {
            takes++;
        }
        aiShare = split.aiShare();
        ranShare = split.ranShare();
        isDraining = split.isDraining();
        hasOpened = false;
        hasClosed = false;
        for (int place = 0; place < replicas.length; place++) {
            setOpen(place, fateOf(place) == Fate.OPEN);
        }
        if (hasOpened || hasClosed) {
            placement.refresh();
        }
        for (int place = 0; place < replicas.length; place++) {
            carryOut(place, fateOf(place));
        }
        return hasOpened;
    }

    private boolean isBusy() {
        for (int replica : replicas) {
            if (serving.runningSequences(replica) > 0) {
                return true;
            }
        }
        return false;
    }

    private Fate fateOf(int place) {
        RanSharing sharing = spec.sharing();
        if (sharing instanceof RanSharing.Dedicated) {
            return Fate.GOES;
        }
        if (sharing instanceof RanSharing.Pooled pool) {
            return place < Math.round(aiShare * pool.cards()) ? Fate.OPEN : Fate.GOES;
        }
        if (isDraining) {
            return Fate.DRAINS;
        }
        if (aiShare >= LEAST_SHARE) {
            return Fate.OPEN;
        }
        if (sharing instanceof RanSharing.DynamicSlice || sharing instanceof RanSharing.FixedSlice) {
            return split.nextChangeNanos() == Long.MAX_VALUE ? Fate.GOES : Fate.WAITS;
        }
        return Fate.STANDS;
    }

    private void setOpen(int place, boolean isOpen) {
        if (isOpen && isClosed[place]) {
            placement.openings().reopen(replicas[place]);
            hasOpened = true;
        } else if (!isOpen && !isClosed[place]) {
            placement.openings().close(replicas[place]);
            hasClosed = true;
        }
        isClosed[place] = !isOpen;
    }

    private void carryOut(int place, Fate fate) {
        int replica = replicas[place];
        switch (fate) {
            case OPEN ->
                serving.setPace(replica, part(), turn() * spec.isolation().speed());
            case DRAINS -> {}
            case STANDS -> serving.setPace(replica, CardShare.WHOLE, 0);
            case WAITS -> preempted += serving.preempt(replica);
            case GOES -> take(place);
        }
        isTaken[place] = fate == Fate.GOES;
    }

    private void take(int place) {
        int replica = replicas[place];
        if (!isTaken[place]) {
            preempted += serving.runningSequences(replica);
            doors.stop(replica);
            serving.preempt(replica);
        }
    }

    /** What AI has of its card. */
    private CardShare part() {
        if (spec.sharing() instanceof RanSharing.Mps) {
            return CardShare.ofSpeed(ownSpeed());
        }
        if (spec.sharing() instanceof RanSharing.FixedSlice fixed) {
            return fixed.slice().ai().orElseThrow();
        }
        if (spec.sharing() instanceof RanSharing.DynamicSlice dynamic) {
            return dynamic.slices().stream()
                    .filter(slice -> slice.ranShare() == ranShare)
                    .findFirst()
                    .flatMap(RanSharing.Slice::ai)
                    .orElseThrow();
        }
        return CardShare.WHOLE;
    }

    /** Share of the time in which it has that. */
    private double turn() {
        return spec.sharing() instanceof RanSharing.TimeSliced ? ownSpeed() : 1;
    }

    /** Each loses to the other what RAN loses to AI. */
    private double ownSpeed() {
        return aiShare * (1 - Math.min(0.99, spec.interference().stretch()));
    }

    /** Time in which AI computed, since the start of the run (ns); the mean over the cards. */
    double busyNanos() {
        double sum = 0;
        for (int replica : replicas) {
            sum += serving.busyNanos(replica);
        }
        return sum / spec.cards();
    }

    int[] replicas() {
        return replicas;
    }

    /** Requests that wait for a place in a batch. */
    int waitingRequests() {
        return IntStream.of(replicas).map(serving::waitingRequests).sum();
    }

    /** Whether no fault has taken the replicas, and with them the cards. */
    boolean areUp() {
        for (int replica : replicas) {
            if (placement.openings().isRunning(replica)) {
                return true;
            }
        }
        return replicas.length == 0;
    }

    /** Share of the card that AI can use: none while it stands still. */
    double aiShare() {
        return isDraining || aiShare >= LEAST_SHARE ? aiShare : 0;
    }

    /** The share of the card that AI uses while it computes; of a pool, that is counted by the card. */
    double shareWhileBusy() {
        return spec.sharing() instanceof RanSharing.Pooled ? 1 : aiShare();
    }

    /** Share of the time that AI can compute: of a pool, that of its cards; else always, unless it has nothing. */
    double mostBusy() {
        return spec.sharing() instanceof RanSharing.Pooled || aiShare() == 0 ? aiShare() : 1;
    }

    /** Times that RAN took from AI what it was using. */
    long takes() {
        return takes;
    }

    /** Requests that lost their KV cache to RAN. */
    long preempted() {
        return preempted;
    }
}
