package org.tafsim.experiment;

import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Software and machine of a run, for those who repeat it elsewhere: provenance, which no result depends on. Names no path and no
 * host.
 *
 * @param build of tafsim
 * @param java version, vendor and virtual machine
 * @param flags of the virtual machine; values that are paths are left out
 * @param os name, version and architecture
 * @param cores that Java sees
 * @param locale as BCP 47 has it
 * @param timeZone id
 * @param charset default of the platform
 */
public record Environment(
        Build build,
        List<String> java,
        List<String> flags,
        List<String> os,
        int cores,
        String locale,
        String timeZone,
        String charset) {

    /** Name of its file in a run's folder. */
    public static final String FILE = "environment.json";

    /** Copies. */
    public Environment {
        java = List.copyOf(java);
        flags = List.copyOf(flags);
        os = List.copyOf(os);
    }

    /** That of this process. */
    public static Environment ofThisProcess(Build build) {
        return new Environment(
                build,
                properties("java.vm.version", "java.vendor", "java.vm.name"),
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(flag -> flag.startsWith("-X"))
                        .map(Environment::withoutPath)
                        .toList(),
                properties("os.name", "os.version", "os.arch"),
                Runtime.getRuntime().availableProcessors(),
                Locale.getDefault().toLanguageTag(),
                ZoneId.systemDefault().getId(),
                Charset.defaultCharset().name());
    }

    private static List<String> properties(String... names) {
        return Stream.of(names).map(name -> System.getProperty(name, "unknown")).toList();
    }

    /** Paths tell of a machine what nobody needs to know. */
    static String withoutPath(String flag) {
        int equals = flag.indexOf('=');
        boolean hasPath = flag.indexOf('/') >= 0 || flag.indexOf('\\') >= 0;
        return hasPath ? flag.substring(0, equals < 0 ? flag.indexOf(':') + 1 : equals + 1) + "…" : flag;
    }

    /** Indented JSON, ended by a line feed. */
    public String json() {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        Map<String, @Nullable Object> tafsim = new LinkedHashMap<>();
        tafsim.put("version", build.version());
        tafsim.put("commit", build.commit().orElse(null));
        tafsim.put("dirty", build.isDirty());
        root.put("tafsim", tafsim);
        root.put("java", named(java, "version", "vendor", "vm"));
        root.put("jvm_flags", flags);
        root.put("os", named(os, "name", "version", "architecture"));
        root.put("cores", cores);
        root.put("locale", locale);
        root.put("time_zone", timeZone);
        root.put("charset", charset);
        return RunFormat.JSON.writeValueAsString(root).replace("\r\n", "\n") + "\n";
    }

    private static Map<String, String> named(List<String> values, String... names) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            map.put(names[i], values.get(i));
        }
        return map;
    }
}
