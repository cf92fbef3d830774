package org.tafsim.experiment.sweep;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tafsim.experiment.Decimals;

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

    /** Whether a task may go on; to be closed when it ended. */
    final class Permission implements AutoCloseable {

        private final AtomicBoolean stop;
        private final AtomicBoolean isLate = new AtomicBoolean();
        private final Optional<Future<?>> alarm;

        private Permission(AtomicBoolean stop) {
            this.stop = stop;
            alarm = timeoutNanos.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            timer.schedule(() -> isLate.set(true), timeoutNanos.getAsLong(), TimeUnit.NANOSECONDS));
        }

        /** Ends the task where it may not. */
        void check() {
            if (stop.get()) {
                throw new IllegalStateException("The task was given up: the sweep was interrupted.");
            }
            if (isLate.get()) {
                throw new IllegalStateException("The task took longer than its timeout of %s s."
                        .formatted(Decimals.seconds(timeoutNanos.orElse(0))));
            }
        }

        @Override
        public void close() {
            alarm.ifPresent(future -> future.cancel(false));
        }
    }

    /**
     * Starts a task's time.
     *
     * @param stop ends all tasks
     */
    Permission start(AtomicBoolean stop) {
        return new Permission(stop);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
