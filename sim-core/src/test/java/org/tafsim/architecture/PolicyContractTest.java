package org.tafsim.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tafsim.policy.PolicyType;

/**
 * The contract of policies changes only where somebody says so: plug-ins of others are compiled against it. There is no release yet to
 * compare with, so it is kept as text; the profile {@code api} compares with an installed version.
 */
class PolicyContractTest {

    private static final Path CONTRACT = Path.of("src/api/policy.txt");
    private static final String ACCEPT = "mvn -pl sim-core test -Dtest=PolicyContractTest -Dapi.accept=true";

    @Test
    void theContractIsTheOneThatWasAgreed() throws Exception {
        List<String> found = contract();
        if (Boolean.getBoolean("api.accept")) {
            Files.createDirectories(CONTRACT.getParent());
            Files.write(CONTRACT, found);
        }
        List<String> agreed = Files.readAllLines(CONTRACT);

        if (!found.equals(agreed)) {
            fail("""
                    The contract of policies (org.tafsim.policy) is no longer that of %s.
                    gone: %s
                    new: %s
                    What is gone, and new methods without a default, break plug-ins of others.
                    If it is meant, say so in the changelog and accept it: %s""".formatted(CONTRACT, minus(agreed, found), minus(found, agreed), ACCEPT));
        }
    }

    @Test
    void everyTypeAndMethodIsTold() throws Exception {
        assertThat(contract())
                .contains("interface org.tafsim.policy.RoutingPolicy")
                .anyMatch(line -> line.startsWith("  abstract int route("))
                .anyMatch(line -> line.equals("  default java.util.List<java.lang.String> refusalReasons()"));
    }

    private static List<String> minus(List<String> these, List<String> those) {
        return these.stream()
                .filter(line -> !those.contains(line))
                .map(String::strip)
                .toList();
    }

    private static List<String> contract() throws IOException, URISyntaxException, ClassNotFoundException {
        List<String> lines = new ArrayList<>();
        Path root = Path.of(PolicyType.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> names;
        try (Stream<Path> files = Files.list(root.resolve("org/tafsim/policy"))) {
            names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.startsWith("package-info"))
                    .map(name -> name.replace(".class", ""))
                    .sorted()
                    .toList();
        }
        for (String name : names) {
            Class<?> type = Class.forName("org.tafsim.policy." + name);
            if (Modifier.isPublic(type.getModifiers())) {
                add(type, lines);
            }
        }
        return lines;
    }

    private static void add(Class<?> type, List<String> lines) throws ClassNotFoundException {
        String kind = type.isInterface() ? "interface" : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
        lines.add("%s %s%s".formatted(kind, type.getName(), parents(type)));
        List<String> members = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers())) {
                members.add("  constant " + text(type, field.toGenericString()) + value(field));
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (Modifier.isPublic(constructor.getModifiers())) {
                members.add("  new " + text(type, constructor.toGenericString()));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
                members.add(
                        "  %s%s".formatted(method.isDefault() ? "default " : "", text(type, method.toGenericString())));
            }
        }
        members.stream().sorted().forEach(lines::add);
    }

    private static String parents(Class<?> type) {
        List<String> parents = Arrays.stream(type.getGenericInterfaces())
                .map(Type::getTypeName)
                .toList();
        return parents.isEmpty() ? "" : " extends " + String.join(", ", parents);
    }

    /** Compilers copy constants of a simple type into what they compile. */
    private static String value(Field field) {
        try {
            Object value = field.getType().isPrimitive() ? field.get(null) : null;
            return value == null ? "" : " = " + value;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Class<?> type, String member) {
        return member.replace("public ", "").replaceFirst("^default ", "").replace(" " + type.getName() + ".", " ");
    }
}
