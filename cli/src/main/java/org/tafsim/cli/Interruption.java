package org.tafsim.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a command that Ctrl-C or a kill ends clean up first: interrupts its thread, and gives it some seconds. */
final class Interruption implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "tafsim-interruption");

    private Interruption() {}

    /** Watches over the calling thread until it is closed. */
    static Interruption watch() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void interrupt() {
        worker.interrupt();
        try {
            boolean isCleanedUp = over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!isCleanedUp) {
                Thread.currentThread().interrupt(); // nobody waits any longer
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the hook has begun, and now ends
        }
    }
}
