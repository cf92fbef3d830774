package org.tafsim.engine;

import java.util.List;
import java.util.function.IntConsumer;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.App;

/** When clients give up. */
final class Timeouts {

    private static final long NEVER = -1;

    private final Kernel kernel;
    private final RequestTable requests;
    private final long[] patience;
    private final int timeout;

    Timeouts(Kernel kernel, List<App> apps, RequestTable requests, IntConsumer onTimeout) {
        this.kernel = kernel;
        this.requests = requests;
        patience = apps.stream()
                .mapToLong(app -> app.requestTerms().timeoutNanos().orElse(NEVER))
                .toArray();
        timeout = kernel.register(EventRank.CONTROL, (slot, unused) -> onTimeout.accept(slot));
    }

    /** A request has arrived, and its client is as patient as those of its application are. */
    void start(int slot) {
        long nanos = patience[requests.app[slot]];
        if (nanos != NEVER) {
            requests.timeoutEvent[slot] = kernel.schedule(requests.arrivalNanos[slot] + nanos, timeout, slot, 0);
        }
    }

    /** Its client does not wait any more. */
    void stop(int slot) {
        if (patience[requests.app[slot]] != NEVER) {
            kernel.cancel(requests.timeoutEvent[slot]);
        }
    }
}
