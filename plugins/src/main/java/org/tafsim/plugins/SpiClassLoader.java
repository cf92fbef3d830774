package org.tafsim.plugins;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every plug-in shares with tafsim: the contract, and the JDK. A class of the engine, or of a library of tafsim, is not there; a
 * plug-in brings what it needs.
 */
final class SpiClassLoader extends ClassLoader {

    /** Packages of the contract; packages below them are not shown. */
    static final List<String> PACKAGES =
            List.of("org.tafsim.policy", "org.tafsim.model", "org.tafsim.units", "umontreal.ssj.rng");

    private final ClassLoader tafsim;

    /**
     * A loader.
     *
     * @param tafsim that knows the contract
     */
    SpiClassLoader(ClassLoader tafsim) {
        super(ClassLoader.getPlatformClassLoader());
        this.tafsim = tafsim;
    }

    /** Whether a class is part of the contract. */
    static boolean isShown(String className) {
        return PACKAGES.contains(className.substring(0, Math.max(0, className.lastIndexOf('.'))));
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (isShown(name)) {
            return tafsim.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return Collections.emptyEnumeration();
    }
}
