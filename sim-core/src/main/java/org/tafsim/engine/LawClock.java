package org.tafsim.engine;

import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.sovereignty.LawTimeline;

/** Lets the epochs of the law begin. */
final class LawClock {

    private final Kernel kernel;
    private final LawTimeline law;
    private final Placement placement;
    private final RunLedgers ledgers;
    private final RequestLife life;
    private final int change;

    LawClock(Kernel kernel, LawTimeline law, Placement placement, RunLedgers ledgers, RequestLife life) {
        this.kernel = kernel;
        this.law = law;
        this.placement = placement;
        this.ledgers = ledgers;
        this.life = life;
        change = kernel.register(EventRank.CONTROL, (epoch, unused) -> enter(epoch));
    }

    /** Schedules every change. */
    void start() {
        for (int epoch = 1; epoch < law.epochs(); epoch++) {
            kernel.schedule(law.startNanos(epoch), change, epoch, 0);
        }
    }

    private void enter(int epoch) {
        long before = life.unlawfulInFlight();
        placement.enter(epoch);
        ledgers.law().enter(placement.rules());
        ledgers.countOvertaken(Math.max(0, life.unlawfulInFlight() - before));
        life.retryHeld();
    }
}
