package org.tafsim.cli.console;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets work that Ctrl-C or a kill ends clean up first: interrupts its thread, and gives it some seconds. */
public final class Interruption {

    private static final long PATIENCE_SECONDS = 10;

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);

    private Interruption() {}

    /** Work that can be interrupted. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** Does the work on the calling thread. */
    public static void guard(Work work) throws IOException, InterruptedException {
        Interruption interruption = new Interruption();
        Thread hook = new Thread(interruption::interrupt, "tafsim-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            work.run();
        } finally {
            interruption.over.countDown();
            remove(hook);
        }
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

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // it has begun, and now ends
        }
    }
}
