package org.tafsim.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;
import org.tafsim.policies.Origin;
import org.tafsim.policies.PolicySet;

/**
 * A jar in a folder of plug-ins.
 *
 * @param path where it really lies
 * @param origin its name, hash and version
 * @param isOffering whether it names a policy of any kind
 */
record PluginJar(Path path, Origin origin, boolean isOffering) {

    private static final int BUFFER_BYTES = 1 << 16;

    /**
     * Reads a jar's description.
     *
     * @param folder that it must lie in, symbolic links resolved
     * @throws PluginLoadException where it is none, or lies elsewhere
     */
    static PluginJar read(Path file, Path folder) {
        String name = String.valueOf(file.getFileName());
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(folder.toRealPath())) {
                throw new PluginLoadException(List.of(
                        "%s is a link to %s, outside of the folder. Maybe copy the jar there.".formatted(file, real)));
            }
            try (JarFile jar = new JarFile(real.toFile())) {
                boolean isOffering = PolicySet.kinds().stream()
                        .anyMatch(kind -> jar.getJarEntry("META-INF/services/" + kind.getName()) != null);
                return new PluginJar(real, new Origin(name, sha256(real), version(jar)), isOffering);
            }
        } catch (ZipException | SecurityException e) {
            throw new PluginLoadException("%s is not a jar: %s.".formatted(file, e.getMessage()), e);
        } catch (IOException e) {
            throw new PluginLoadException("%s cannot be read: %s.".formatted(file, e.getMessage()), e);
        }
    }

    private static String version(JarFile jar) throws IOException {
        return Optional.ofNullable(jar.getManifest())
                .map(Manifest::getMainAttributes)
                .map(attributes -> attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION))
                .orElse("")
                .strip();
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    /** Its classes, beside what all plug-ins share; named after the file, so that stack traces tell whose they are. */
    URLClassLoader open(ClassLoader shared) {
        try {
            return new URLClassLoader(origin.file(), new URL[] {path.toUri().toURL()}, shared);
        } catch (MalformedURLException e) {
            throw new IllegalStateException("A file has no URL: " + path, e);
        }
    }
}
