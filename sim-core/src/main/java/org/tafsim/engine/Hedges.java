package org.tafsim.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.App;
import org.tafsim.model.HedgeSpec;

/**
 * Copies of requests from which their clients have not heard for a while, each at another replica. The first of which a token is
 * seen goes on as the request, and so does one that is left when the request has lost its replica; the others are cancelled.
 */
final class Hedges {

    private static final long NONE = -1;

    private final Kernel kernel;
    private final RequestTable requests;
    private final Placer placer;
    private final Failovers failovers;
    private final Parts parts;
    private final Timeouts timeouts;
    private final Traffic traffic;
    private final List<Optional<HedgeSpec>> specs;
    private final boolean[] isHedged;
    private final HedgeCounts counts;
    private final int due;

    /** By slot of a request; as long as somebody needs them. */
    private long[] events = new long[0];

    private long[] dueNanos = new long[0];
    private int[] tried = new int[0];

    Hedges(
            Kernel kernel,
            List<App> apps,
            RequestTable requests,
            Placer placer,
            Failovers failovers,
            Parts parts,
            Timeouts timeouts,
            Traffic traffic) {
        this.kernel = kernel;
        this.requests = requests;
        this.placer = placer;
        this.failovers = failovers;
        this.parts = parts;
        this.timeouts = timeouts;
        this.traffic = traffic;
        specs = apps.stream().map(app -> app.requestTerms().hedge()).toList();
        isHedged = new boolean[specs.size()];
        for (int app = 0; app < isHedged.length; app++) {
            isHedged[app] = specs.get(app).isPresent();
        }
        counts = new HedgeCounts(isHedged.length);
        due = kernel.register(EventRank.CONTROL, (slot, unused) -> onDue(slot));
    }

    /** A request has arrived. */
    void arrived(int slot) {
        if (isHedged[requests.app[slot]]) {
            makeRoomFor(slot);
            tried[slot] = 0;
            wait(slot, kernel.nowNanos() + specOf(slot).afterNanos());
        }
    }

    private HedgeSpec specOf(int slot) {
        return specs.get(requests.app[slot]).orElseThrow();
    }

    private void makeRoomFor(int slot) {
        if (slot < events.length) {
            return;
        }
        int length = Math.max(requests.slots(), 2 * events.length);
        events = Arrays.copyOf(events, length);
        dueNanos = Arrays.copyOf(dueNanos, length);
        tried = Arrays.copyOf(tried, length);
    }

    private void wait(int slot, long untilNanos) {
        dueNanos[slot] = untilNanos;
        events[slot] = kernel.schedule(untilNanos, due, slot, 0);
    }

    private void onDue(int slot) {
        events[slot] = NONE;
        HedgeSpec spec = specOf(slot);
        if (requests.replica[slot] >= 0) { // else it waits for its own place
            sendCopy(slot);
        }
        tried[slot]++;
        if (tried[slot] < spec.most()) {
            wait(slot, kernel.nowNanos() + spec.afterNanos());
        }
    }

    private void sendCopy(int slot) {
        int[] others = others(slot);
        if (others.length == 0) {
            return;
        }
        RetryBudget budget = failovers.budget(requests.app[slot]).orElseThrow();
        if (!budget.isLeft(kernel.nowNanos())) {
            counts.refused(requests, slot);
            return;
        }
        int copy = requests.allocateCopy(slot);
        parts.taken();
        requests.session[copy] = requests.session[slot]; // for the policy to see
        boolean isSent = placer.send(copy, requests.asked[slot], others);
        requests.session[copy] = Sessions.NONE;
        if (isSent) {
            budget.take(kernel.nowNanos());
            counts.sent(requests, slot);
        } else {
            parts.end(copy);
        }
    }

    /** Lawful, open replicas at which the request is not yet. */
    private int[] others(int slot) {
        return Arrays.stream(placer.candidates(slot))
                .filter(replica -> !isAt(slot, replica))
                .toArray();
    }

    private boolean isAt(int slot, int replica) {
        for (int copy = slot; copy >= 0; copy = requests.ahead[copy]) {
            if (requests.replica[copy] == replica) {
                return true;
            }
        }
        return false;
    }

    /** Whether this is a copy, wanted or not. */
    boolean isCopy(int slot) {
        return isHedged[requests.app[slot]] && requests.isPart(slot);
    }

    /** A replica is done with a request that may have copies, or with a copy; whether it was one of these. */
    boolean finish(int slot) {
        if (!isHedged[requests.app[slot]]) {
            return false;
        }
        if (requests.whole[slot] == RequestTable.ORPHAN) {
            parts.free(slot);
        } else if (requests.outputTokens[slot] > 1) {
            traffic.sendDown(slot, slot, true);
        } // else that went with the first token
        return true;
    }

    /** A client sees the first token of its request, or of a copy of it, which is the request then. */
    void seen(int slot) {
        if (!isHedged[requests.app[slot]]) {
            return;
        }
        if (requests.isPart(slot)) {
            int old = takeOver(slot);
            parts.cancel(old);
        }
        over(slot);
    }

    /** A replica was lost, and told so: whether the request goes on all the same, by another copy. */
    boolean survives(int slot) {
        boolean isWanted = isHedged[requests.app[slot]] && requests.whole[slot] != RequestTable.ORPHAN;
        if (!isWanted || (!requests.isPart(slot) && (requests.ahead[slot] < 0 || requests.isExpired(slot)))) {
            return false;
        }
        requests.replica[slot] = -1;
        if (requests.isPart(slot)) {
            parts.end(slot);
        } else {
            parts.free(takeOver(oldestCopy(slot)));
        }
        return true;
    }

    private int oldestCopy(int slot) {
        int copy = requests.ahead[slot];
        while (requests.ahead[copy] >= 0) {
            copy = requests.ahead[copy];
        }
        return copy;
    }

    /** A copy becomes the request; its old slot, of which nobody is told. */
    private int takeOver(int copy) {
        int old = requests.whole[copy];
        counts.won(requests, old);
        timeouts.stop(old);
        requests.swap(copy);
        timeouts.start(copy);
        makeRoomFor(copy);
        tried[copy] = tried[old];
        boolean isWaiting = events[old] != NONE;
        stop(old);
        events[copy] = NONE;
        if (isWaiting) {
            wait(copy, dueNanos[old]);
        }
        return old;
    }

    private void stop(int slot) {
        if (events[slot] != NONE) {
            kernel.cancel(events[slot]);
            events[slot] = NONE;
        }
    }

    /** A request needs no copies any more. */
    void over(int slot) {
        if (isHedged[requests.app[slot]]) {
            stop(slot);
            parts.drop(slot);
        }
    }

    HedgeCounts counts() {
        return counts;
    }
}
