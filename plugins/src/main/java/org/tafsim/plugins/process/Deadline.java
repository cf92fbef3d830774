package org.tafsim.plugins.process;

import java.util.concurrent.TimeUnit;

/**
 * Ends what a thread waits for, where it takes too long or the thread is interrupted. Reading from a pipe heeds neither; a thread of
 * its own looks now and then, so that waiting itself costs nothing.
 */
final class Deadline {

    private static final long TICK_MILLIS = 10;

    private final Thread waiting = Thread.currentThread();
    private final Runnable giveUp;
    private final Thread watch;

    /** When to give up (of the same clock as {@link System#nanoTime}); read where something is awaited only. */
    private volatile long at;

    private volatile boolean isAwaited;
    private volatile boolean isMissed;
    private volatile boolean isInterrupted;
    private volatile boolean isClosed;

    /** For waits of the calling thread. */
    Deadline(Runnable giveUp) {
        this.giveUp = giveUp;
        watch = PolicyProcess.daemon("tafsim-policy-watch", this::watch);
    }

    void begin(long nanos) {
        long now = System.nanoTime();
        at = now + Math.min(nanos, Long.MAX_VALUE / 2);
        isAwaited = true;
    }

    void end() {
        isAwaited = false;
    }

    /** Whether it took too long. */
    boolean isMissed() {
        return isMissed;
    }

    boolean isInterrupted() {
        return isInterrupted;
    }

    void close() {
        isClosed = true;
        watch.interrupt();
    }

    private void watch() {
        try {
            while (!isClosed) {
                TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
                if (isAwaited && !isClosed) {
                    look();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void look() {
        if (waiting.isInterrupted()) {
            isInterrupted = true;
            giveUp.run();
        } else if (System.nanoTime() - at > 0) {
            isMissed = true;
            giveUp.run();
        }
    }
}
