package org.tafsim.cli.plugin;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.tafsim.plugins.CallWatch;

/**
 * Knows which thread is in which plug-in's code. Looked at every so often, it finds calls that do not come back: those that were the same at
 * as many looks. Looks are counted and no clock is read, so that a machine that slept accuses nobody.
 */
final class DecisionWatch implements CallWatch {

    /** Of tafsim and the JDK; the loaders of plug-ins are named after their jars. */
    private static final Set<String> NOT_OF_PLUGINS = new HashSet<>(Arrays.asList(null, "app", "platform"));

    private final int mostLooks;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final ThreadLocal<Call> own = ThreadLocal.withInitial(this::begin);

    /**
     * A watch.
     *
     * @param mostLooks at which a call may be the same, at least 1
     */
    DecisionWatch(int mostLooks) {
        this.mostLooks = mostLooks;
    }

    /** The calls of one thread, one after the other. */
    private static final class Call {
        private final Thread thread = Thread.currentThread();
        private long number;
        private volatile @Nullable String policy; // what is written before it is seen by who reads it
        private long seen;
        private int looks;
    }

    private Call begin() {
        Call call = new Call();
        calls.add(call);
        return call;
    }

    @Override
    public void enter(String policy) {
        Call call = own.get();
        call.number++;
        call.policy = policy;
    }

    @Override
    public void leave() {
        own.get().policy = null;
    }

    /** Looks once, always from the same thread. @return what is said of a call that has been there too often */
    Optional<String> look() {
        for (Call call : calls) {
            String policy = call.policy;
            if (policy == null || call.number != call.seen) {
                call.seen = call.number;
                call.looks = 0;
            } else if (++call.looks >= mostLooks && !isExiting(call.thread)) {
                return Optional.of("%s has not come back. It is at %s.".formatted(policy, place(call.thread)));
            }
        }
        return Optional.empty();
    }

    /** What is said of a plug-in that ends the process, from a thread that is told so. */
    Optional<Exit> findExit() {
        for (Call call : calls) {
            String policy = call.policy;
            if (policy != null && isExiting(call.thread)) {
                return Optional.of(
                        new Exit("%s ends the program at %s.".formatted(policy, place(call.thread)), call.thread));
            }
        }
        return Optional.empty();
    }

    /**
     * An end of the process by a plug-in.
     *
     * @param what is said of it
     * @param thread that waits for the end
     */
    record Exit(String what, Thread thread) {}

    private static boolean isExiting(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(Runtime.class.getName())
                        && frame.getMethodName().equals("exit"));
    }

    /** The innermost frame of the plug-in's own. */
    private static String place(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        return Arrays.stream(stack)
                .filter(frame -> !NOT_OF_PLUGINS.contains(frame.getClassLoaderName()))
                .findFirst()
                .or(() -> Arrays.stream(stack).findFirst())
                .map(frame -> "%s.%s(%s:%d)"
                        .formatted(
                                frame.getClassName(),
                                frame.getMethodName(),
                                frame.getFileName(),
                                frame.getLineNumber()))
                .orElse("its end");
    }
}
