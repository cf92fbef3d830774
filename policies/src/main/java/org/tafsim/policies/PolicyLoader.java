package org.tafsim.policies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.tafsim.policy.PolicyType;

/** Finds third parties' policies where {@link ServiceLoader} does. */
public final class PolicyLoader {

    private PolicyLoader() {}

    /**
     * Policies of a kind, by the names of their classes, so that their order does not depend on that of files.
     *
     * @param plugins sees a third party's classes
     * @throws IllegalArgumentException when one cannot be loaded; the message says why
     */
    public static <T extends PolicyType<?>> List<T> load(Class<T> kind, ClassLoader plugins) {
        List<T> found = new ArrayList<>();
        try {
            ServiceLoader.load(kind, plugins).forEach(found::add);
        } catch (ServiceConfigurationError | LinkageError broken) {
            throw new IllegalArgumentException(reason(broken), broken);
        }
        found.sort(Comparator.comparing(type -> type.getClass().getName()));
        return found;
    }

    private static String reason(Error broken) {
        Throwable cause = broken.getCause() == null ? broken : broken.getCause();
        String what = broken instanceof ServiceConfigurationError
                ? String.valueOf(broken.getMessage()) + (cause == broken ? "" : ": " + cause)
                : broken.toString();
        if (cause instanceof UnsupportedClassVersionError) {
            return what + ". Maybe it was compiled for a newer Java than this one.";
        }
        return cause instanceof LinkageError
                ? what + ". Maybe it was built for another version of tafsim, or lacks a class that it needs."
                : what + ".";
    }
}
