package org.tafsim.engine;

import java.util.List;
import java.util.Optional;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.App;
import org.tafsim.model.RetrySpec;

/**
 * What becomes of requests that have lost their replica: they are placed again, by the law of that instant, while they may be
 * and the budget of their application lasts.
 */
final class Failovers {

    /** Where an application says nothing: once and at once, whatever the others do. */
    private static final RetrySpec UNBOUND = new RetrySpec(0, RetrySpec.USUAL_MOST, 0, 1, 0);

    private static final int MOST_DOUBLINGS = 20;

    private final Kernel kernel;
    private final RequestTable requests;
    private final Placer placer;
    private final RetrySpec[] specs;
    private final List<Optional<RetryBudget>> budgets;
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
        budgets = apps.stream()
                .map(app -> app.requestTerms().retries().map(RetryBudget::new))
                .toList();
        retries = new long[specs.length];
        refused = new long[specs.length];
        again = kernel.register(EventRank.CONTROL, this::onBackoffOver);
    }

    /** A request of an application arrives, and adds to its budget. */
    void arrived(int app) {
        Optional<RetryBudget> budget = budgets.get(app);
        if (budget.isPresent()) {
            budget.get().arrived(kernel.nowNanos());
        }
    }

    /** Takes a retry out of the budget for a request that has lost its replica; false where it is to end as lost. */
    boolean take(int slot) {
        int app = requests.app[slot];
        if (requests.losses[slot] > specs[app].most()) {
            return false;
        }
        Optional<RetryBudget> budget = budgets.get(app);
        boolean isPaid = budget.isEmpty() || budget.get().take(kernel.nowNanos());
        if (requests.measured[slot]) {
            retries[app] += isPaid ? 1 : 0;
            refused[app] += isPaid ? 0 : 1;
        }
        return isPaid;
    }

    /** Budget of an application; empty where it does not bound its retries. */
    Optional<RetryBudget> budget(int app) {
        return budgets.get(app);
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
