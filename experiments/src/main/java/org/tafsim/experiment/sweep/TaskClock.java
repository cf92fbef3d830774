package org.tafsim.experiment.sweep;

import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells tasks when their time is up. */
final class TaskClock implements AutoCloseable {

    private final OptionalLong timeoutNanos;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(runnable -> {
        Thread thread = new Thread(runnable, "tafsim-clock");
        thread.setDaemon(true);
        return thread;
    });

    TaskClock(OptionalLong timeoutNanos) {
        this.timeoutNanos = timeoutNanos;
    }

    /**
     * Whether a task may go on.
     *
     * @param stop ends all tasks
     */
    record Permission(AtomicBoolean stop, AtomicBoolean isLate, OptionalLong timeoutNanos) {

        /** Ends the task where it may not. */
        void check() {
            if (stop.get()) {
                throw new IllegalStateException("The task was given up: the sweep was interrupted.");
            }
            if (isLate.get()) {
                throw new IllegalStateException(
                        "The task took longer than its timeout of %.3f s.".formatted(timeoutNanos.orElse(0) / 1e9));
            }
        }
    }

    /** Starts a task's time when the task itself starts. */
    Starter start(AtomicBoolean stop) {
        return () -> {
            AtomicBoolean isLate = new AtomicBoolean();
            if (timeoutNanos.isPresent()) {
                timer.schedule(() -> isLate.set(true), timeoutNanos.getAsLong(), TimeUnit.NANOSECONDS);
            }
            return new Permission(stop, isLate, timeoutNanos);
        };
    }

    /** Starts a task's time. */
    @FunctionalInterface
    interface Starter {
        Permission start();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
