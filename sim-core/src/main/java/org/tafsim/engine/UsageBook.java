package org.tafsim.engine;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.Scenario;
import org.tafsim.serving.ServingSystem;

/**
 * Cuts the measured time into stretches of which the tariff does not change: at every full hour of the day where a tariff has hours.
 * They add up to the measured time to the nanosecond.
 */
final class UsageBook {
    private static final int HOURS = 24;
    private static final long HOUR_NANOS = 3_600_000_000_000L;

    private final Kernel kernel;
    private final Scenario scenario;
    private final ServingSystem serving;
    private final List<RanSite> ran;
    private final IntToLongFunction offNanos;
    private final Consumer<UsageStretch> accounts;
    private final long startNanos;
    private final int fullHour;
    private UsageStretch before;
    private boolean isMeasured;

    /**
     * A book of what replicas do.
     *
     * @param ran on cards that replicas share
     * @param offNanos time since the run began in which a replica was turned off
     * @param accounts takes every stretch when it is over
     */
    UsageBook(
            Kernel kernel,
            Scenario scenario,
            ServingSystem serving,
            List<RanSite> ran,
            IntToLongFunction offNanos,
            Consumer<UsageStretch> accounts) {
        this.kernel = kernel;
        this.scenario = scenario;
        this.serving = serving;
        this.ran = ran;
        this.offNanos = offNanos;
        this.accounts = accounts;
        startNanos = Math.round(scenario.energy().startHour() * HOUR_NANOS);
        fullHour = kernel.register(EventRank.OBSERVATION, (entity, argument) -> onFullHour());
        before = look();
    }

    /** The measured time begins. */
    void begin() {
        isMeasured = true;
        before = look();
        scheduleFullHour();
    }

    private void scheduleFullHour() {
        long next = (hoursBy(kernel.nowNanos()) + 1) * HOUR_NANOS - startNanos;
        if (scenario.energy().hasHours() && next < scenario.run().horizonNanos()) {
            kernel.schedule(next, fullHour, 0, 0);
        }
    }

    /** Full hours since the midnight before the run. */
    private long hoursBy(long nanos) {
        return (nanos + startNanos) / HOUR_NANOS;
    }

    private void onFullHour() {
        end();
        scheduleFullHour();
    }

    /** A stretch, or the measured time, ends. */
    void end() {
        UsageStretch now = look();
        accounts.accept(now.since(before, hourBefore()));
        before = now;
    }

    /** Hour of the day in which the stretch that goes on began. */
    private int hourBefore() {
        return (int) (hoursBy(before.nanos()) % HOURS);
    }

    /** What was done by now of the stretch that goes on, not by application; of RAN, what control intervals have told. Changes nothing. */
    UsageStretch open() {
        return UsageStretch.inAllUpTo(kernel.nowNanos(), scenario, serving, ran, offNanos)
                .since(before, hourBefore());
    }

    /** Whether the measured time has begun. */
    boolean isMeasured() {
        return isMeasured;
    }

    private UsageStretch look() {
        return UsageStretch.upTo(kernel.nowNanos(), scenario, serving, ran, offNanos);
    }
}
