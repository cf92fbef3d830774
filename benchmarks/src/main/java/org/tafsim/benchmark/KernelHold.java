package org.tafsim.benchmark;

import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;

/** Through the public kernel, as any model would use it: two kinds of event, one handler call each. */
final class KernelHold implements HoldModel {
    private final Increments increments = new Increments();
    private final Kernel kernel;
    private final int even;
    private final int odd;
    private long left;
    private long balance;

    KernelHold(KernelKind kind, int pending) {
        kernel = Kernels.create(kind);
        even = kernel.register(EventRank.SERVICE, this::onEven);
        odd = kernel.register(EventRank.SERVICE, this::onOdd);
        for (int i = 0; i < pending; i++) {
            kernel.schedule(increments.initialNanos(i, pending), (i & 1) == 0 ? even : odd, i, 0);
        }
    }

    @Override
    public long hold(long events) {
        left = events;
        kernel.runUntil(Long.MAX_VALUE);
        return balance;
    }

    private void onEven(int entity, int argument) {
        balance++;
        scheduleNext(even, entity, argument);
    }

    private void onOdd(int entity, int argument) {
        balance--;
        scheduleNext(odd, entity, argument);
    }

    private void scheduleNext(int kind, int entity, int argument) {
        if (--left == 0) {
            kernel.stop();
        }
        kernel.schedule(kernel.nowNanos() + increments.nextNanos(), kind, entity, argument);
    }
}
