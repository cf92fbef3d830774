package org.tafsim.plugins;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.tafsim.policy.PolicyType;
import umontreal.ssj.rng.CloneableRandomStream;
import umontreal.ssj.rng.RandomStream;
import umontreal.ssj.rng.RandomStreamBase;

/** The contract as a jar of its own: what a plug-in is compiled against. Taken from the classes that run. */
final class SpiJar {

    private static final List<String> PACKAGES = List.of("org/tafsim/policy", "org/tafsim/model", "org/tafsim/units");

    /** Of SSJ: random streams as policies draw from them, and what a test makes its own of. */
    private static final List<Class<?>> STREAMS =
            List.of(RandomStream.class, CloneableRandomStream.class, RandomStreamBase.class);

    private static final LocalDateTime EPOCH = LocalDateTime.of(2000, 1, 1, 0, 0);

    private SpiJar() {}

    /** The same bytes for the same classes. */
    static byte[] bytes() throws IOException {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        addPackages(classes);
        for (Class<?> type : STREAMS) {
            String name = type.getName().replace('.', '/') + ".class";
            try (InputStream in = type.getResourceAsStream("/" + name)) {
                if (in == null) {
                    throw new IOException("The class %s is not there as a file.".formatted(type.getName()));
                }
                classes.put(name, in.readAllBytes());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            for (String name : classes.keySet()) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(EPOCH);
                jar.putNextEntry(entry);
                jar.write(classes.getOrDefault(name, new byte[0]));
            }
        }
        return bytes.toByteArray();
    }

    private static void addPackages(SortedMap<String, byte[]> classes) throws IOException {
        URI place;
        try {
            place = PolicyType.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
        } catch (URISyntaxException e) {
            throw new IOException("The place of tafsim's classes is not a file: " + e.getMessage(), e);
        }
        Path root = Path.of(place);
        if (Files.isDirectory(root)) {
            addPackages(root, classes);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(root)) {
                addPackages(jar.getPath("/"), classes);
            }
        }
    }

    private static void addPackages(Path root, SortedMap<String, byte[]> classes) throws IOException {
        for (String name : PACKAGES) {
            List<Path> files = new ArrayList<>();
            try (Stream<Path> entries = Files.list(root.resolve(name))) {
                entries.filter(file -> file.toString().endsWith(".class")).forEach(files::add);
            }
            Collections.sort(files);
            for (Path file : files) {
                classes.put(name + "/" + file.getFileName(), Files.readAllBytes(file));
            }
        }
    }
}
