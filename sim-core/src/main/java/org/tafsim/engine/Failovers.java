package org.tafsim.engine;

import java.util.List;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.App;
import org.tafsim.model.RetrySpec;

/**
 * What becomes of requests that have lost their replica: they are placed again, by the law of that instant, while they may be
 * and the budget of their application lasts.
 */
final class Failovers {

    /** Where an application says nothing: once, at once, whatever the others do. */
    private static final RetrySpec UNBOUND = new RetrySpec(0, RetrySpec.USUAL_MOST, 0, 0);

    private static final double PARTS = 1e6; // of a token: whole numbers add up
    private static final int MOST_DOUBLINGS = 20;

    private final Kernel kernel;
    private final RequestTable requests;
    private final Placer placer;
    private final RetrySpec[] specs;
    private final boolean[] isBound;
    private final long[] tokens;
    private final long[] retries;
    private final long[] refused;
    private final int again;

    Failovers(Kernel kernel, List<App> apps, RequestTable requests, Placer placer) {
        this.kernel = kernel;
        this.requests = requests;
        this.placer = placer;
        specs = apps.stream()
                .map(app -> app.requestTerms().retries().orElse(UNBOUND))
                .toArray(RetrySpec[]::new);
        isBound = new boolean[specs.length];
        tokens = new long[specs.length];
        for (int app = 0; app < specs.length; app++) {
            isBound[app] = apps.get(app).requestTerms().retries().isPresent();
            tokens[app] = full(app);
        }
        retries = new long[specs.length];
        refused = new long[specs.length];
        again = kernel.register(EventRank.CONTROL, this::onBackoffOver);
    }

    private long full(int app) {
        return Math.round(specs[app].burst() * PARTS);
    }

    /** A request of an application arrives, and adds to its budget. */
    void arrived(int app) {
        if (isBound[app]) {
            tokens[app] = Math.min(full(app), tokens[app] + Math.round(specs[app].budget() * PARTS));
        }
    }

    /** Takes a retry out of the budget for a request that has lost its replica; false where it is to end as lost. */
    boolean take(int slot) {
        int app = requests.app[slot];
        if (requests.losses[slot] > specs[app].most()) {
            return false;
        }
        boolean isPaid = !isBound[app] || tokens[app] >= PARTS;
        if (isPaid) {
            tokens[app] -= isBound[app] ? Math.round(PARTS) : 0;
        }
        if (requests.measured[slot]) {
            retries[app] += isPaid ? 1 : 0;
            refused[app] += isPaid ? 0 : 1;
        }
        return isPaid;
    }

    /** Places it again, after its backoff. */
    void placeAgain(int slot) {
        long backoff = specs[requests.app[slot]].backoffNanos();
        if (backoff == 0) {
            place(slot);
        } else {
            int doublings = Math.min(MOST_DOUBLINGS, requests.losses[slot] - 1);
            kernel.schedule(kernel.nowNanos() + (backoff << doublings), again, slot, requests.generation[slot]);
        }
    }

    private void onBackoffOver(int slot, int generation) {
        if (requests.isUsed(slot) && requests.generation[slot] == generation) { // else its client has gone
            place(slot);
        }
    }

    private void place(int slot) {
        requests.stageSinceNanos[slot] = kernel.nowNanos();
        placer.place(slot);
    }

    /** Times that measured requests of an application were placed again. */
    long retries(int app) {
        return retries[app];
    }

    /** Times that they were not, as the budget was used up. */
    long refused(int app) {
        return refused[app];
    }
}
