package org.tafsim.cli.plugin;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Terminal;
import org.tafsim.plugins.CallWatch;

/**
 * Guards this process against plug-ins while a command uses them: one that does not come back ends it with a message, as does one that ends it
 * itself, and what they print is no result. Both ends let the command clean up first, as Ctrl-C does.
 */
final class PluginGuard implements AutoCloseable {

    private static final int LOOKS = 20;
    private static final long PATIENCE_SECONDS = 10;

    private final Terminal terminal;
    private final Duration limit;
    private final DecisionWatch watch = new DecisionWatch(LOOKS);
    private final Thread command = Thread.currentThread();
    private final Thread looker = new Thread(this::lookOn, "tafsim-decision-watch");
    private final Thread hook = new Thread(this::onShutdown, "tafsim-plugin-exit");
    private final CountDownLatch over = new CountDownLatch(1);
    private final PrintStream out = System.out;

    private PluginGuard(Terminal terminal, Duration limit) {
        this.terminal = terminal;
        this.limit = limit;
    }

    /** Guards until it is closed, by the same thread. */
    static PluginGuard open(Terminal terminal, Duration limit) {
        PluginGuard guard = new PluginGuard(terminal, limit);
        System.setOut(System.err); // results go by the terminal, not by this
        Runtime.getRuntime().addShutdownHook(guard.hook);
        guard.looker.setDaemon(true);
        guard.looker.start();
        return guard;
    }

    CallWatch watch() {
        return watch;
    }

    private void lookOn() {
        try {
            while (true) {
                TimeUnit.NANOSECONDS.sleep(Math.max(1, limit.toNanos() / LOOKS));
                watch.look().ifPresent(what -> {
                    say(what + " Maybe give it more time by --decision-limit.");
                    System.exit(ExitCodes.FAILED);
                });
            }
        } catch (InterruptedException e) {
            // the command is over
        }
    }

    private void onShutdown() {
        watch.findExit().ifPresent(exit -> {
            say(exit.what() + " It must not.");
            if (exit.thread() != command) {
                await();
            }
            Runtime.getRuntime().halt(ExitCodes.FAILED); // whatever the plug-in wanted
        });
    }

    private void await() {
        try {
            boolean isCleanedUp = over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!isCleanedUp) {
                Thread.currentThread().interrupt(); // nobody waits any longer
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(String what) {
        terminal.err().println(terminal.errAnsi().string("@|bold,red tafsim:|@ ") + what);
    }

    @Override
    public void close() {
        looker.interrupt();
        over.countDown();
        System.setOut(out);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // it has begun, and now ends
        }
    }
}
