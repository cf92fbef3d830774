package org.tafsim.plugins;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls code of a plug-in and comes back with its answer, or with one exception that names it. An {@code OutOfMemoryError} passes as it is:
 * it is everybody's.
 */
final class PluginCode {

    private final String title;
    private final String loader;
    private final CallWatch watch;

    /**
     * Code.
     *
     * @param title as messages name it, with its plug-in
     * @param loader name of its class loader
     */
    PluginCode(String title, String loader, CallWatch watch) {
        this.title = title;
        this.loader = loader;
        this.watch = watch;
    }

    String title() {
        return title;
    }

    /** Calls a method of an interface. @throws PluginFailedException where it throws */
    @Nullable
    Object call(Object target, Method method, @Nullable Object @Nullable [] args) {
        try {
            return invoke(target, method, args);
        } catch (InvocationTargetException e) {
            throw failure(e.getTargetException());
        }
    }

    /** The same, but that a refusal, an {@code IllegalArgumentException}, is an answer and passes as it is. */
    @Nullable
    Object callOrRefuse(Object target, Method method, @Nullable Object @Nullable [] args) {
        try {
            return invoke(target, method, args);
        } catch (InvocationTargetException e) {
            if (e.getTargetException() instanceof IllegalArgumentException refusal) {
                throw refusal;
            }
            throw failure(e.getTargetException());
        }
    }

    private @Nullable Object invoke(Object target, Method method, @Nullable Object @Nullable [] args)
            throws InvocationTargetException {
        watch.enter(title);
        try {
            return method.invoke(target, args);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Methods of interfaces are public.", e);
        } finally {
            watch.leave();
        }
    }

    /** Asks for something that must not be null. @throws PluginFailedException where it is, or where this throws */
    <V> V ask(String what, Supplier<@Nullable V> question) {
        watch.enter(title);
        try {
            return Objects.requireNonNull(question.get(), () -> what + " is null");
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            throw failure(e);
        } finally {
            watch.leave();
        }
    }

    /** @throws PluginFailedException where an object lacks a method of its contract, as one that was built for another may */
    void checkComplete(Object target, Class<?> contract) {
        for (Method method : contract.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers()) && !has(target.getClass(), method)) {
                throw new PluginFailedException("%s has no method %s. Maybe it was built for another version of tafsim."
                        .formatted(title, method.getName()));
            }
        }
    }

    private boolean has(Class<?> type, Method method) {
        try {
            Method found = type.getMethod(method.getName(), method.getParameterTypes());
            return !Modifier.isAbstract(found.getModifiers());
        } catch (NoSuchMethodException e) {
            return false;
        } catch (LinkageError e) {
            throw failure(e);
        }
    }

    private PluginFailedException failure(Throwable cause) {
        if (cause instanceof OutOfMemoryError memory) {
            throw memory;
        }
        String hint = cause instanceof LinkageError ? " Maybe it was built for another version of tafsim." : "";
        return new PluginFailedException(
                "%s failed: %s%s.%s"
                        .formatted(
                                title, cause, place(cause).map(" at "::concat).orElse(""), hint),
                cause);
    }

    /** The innermost place that is the plug-in's own. */
    private Optional<String> place(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .filter(frame -> loader.equals(frame.getClassLoaderName()))
                .findFirst()
                .map(frame -> "%s.%s(%s:%d)"
                        .formatted(
                                frame.getClassName(),
                                frame.getMethodName(),
                                frame.getFileName(),
                                frame.getLineNumber()));
    }
}
