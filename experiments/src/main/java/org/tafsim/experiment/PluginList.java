package org.tafsim.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import org.tafsim.policies.Origin;
import org.tafsim.policies.PolicySet;
import org.tafsim.policy.HarvestPolicyType;
import org.tafsim.policy.PolicyType;
import org.tafsim.policy.RoutingPolicyType;
import tools.jackson.databind.JsonNode;

/**
 * The plug-ins that results depend on.
 *
 * @param plugins by the names of their files
 */
public record PluginList(List<Plugin> plugins) {

    /** None. */
    public static final PluginList NONE = new PluginList(List.of());

    /** Copies. */
    public PluginList {
        plugins = List.copyOf(plugins);
    }

    /**
     * A plug-in.
     *
     * @param file its name, without the folder
     * @param sha256 of the file, in hex
     * @param version that it states, may be empty
     * @param policies of it, by the words of their kinds
     */
    public record Plugin(String file, String sha256, String version, SortedMap<String, SortedSet<String>> policies) {

        /** Copies. */
        public Plugin {
            policies = Collections.unmodifiableSortedMap(new TreeMap<>(policies));
        }

        private Plugin and(Plugin other) {
            SortedMap<String, SortedSet<String>> both = new TreeMap<>(policies);
            other.policies.forEach((kind, ids) -> {
                SortedSet<String> all = new TreeSet<>(ids);
                all.addAll(both.getOrDefault(kind, Collections.emptySortedSet()));
                both.put(kind, all);
            });
            return new Plugin(file, sha256, version, both);
        }

        private Plugin only(Map<String, SortedSet<String>> used) {
            SortedMap<String, SortedSet<String>> rest = new TreeMap<>();
            policies.forEach((kind, ids) -> {
                SortedSet<String> both = new TreeSet<>(ids);
                both.retainAll(used.getOrDefault(kind, Collections.emptySortedSet()));
                if (!both.isEmpty()) {
                    rest.put(kind, both);
                }
            });
            return new Plugin(file, sha256, version, rest);
        }
    }

    /** All that policies of a set come from. */
    public static PluginList of(PolicySet policies) {
        Map<Origin, SortedMap<String, SortedSet<String>>> byOrigin = new LinkedHashMap<>();
        PolicySet.kinds().forEach(kind -> add(kind, policies, byOrigin));
        return new PluginList(byOrigin.entrySet().stream()
                .map(entry -> new Plugin(
                        entry.getKey().file(),
                        entry.getKey().sha256(),
                        entry.getKey().version(),
                        entry.getValue()))
                .sorted(Comparator.comparing(Plugin::file).thenComparing(Plugin::sha256))
                .toList());
    }

    private static <T extends PolicyType<?>> void add(
            Class<T> kind, PolicySet policies, Map<Origin, SortedMap<String, SortedSet<String>>> byOrigin) {
        for (T type : policies.all(kind)) {
            policies.originOf(kind, type.id())
                    .ifPresent(origin -> byOrigin.computeIfAbsent(origin, any -> new TreeMap<>())
                            .computeIfAbsent(PolicySet.word(kind), any -> new TreeSet<>())
                            .add(type.id()));
        }
    }

    /** Those that a scenario uses, with the policies that it uses of them. */
    public PluginList usedBy(Scenario scenario) {
        Map<String, SortedSet<String>> used = new TreeMap<>();
        for (PolicySpec policy : scenario.policies()) {
            note(used, RoutingPolicyType.class, policy.type());
            policy.others().forEach((role, choice) -> note(used, PolicySet.kindOf(role), choice.type()));
        }
        scenario.ran()
                .forEach(ran -> note(
                        used, HarvestPolicyType.class, ran.control().harvest().policy()));
        return new PluginList(plugins.stream()
                .map(plugin -> plugin.only(used))
                .filter(plugin -> !plugin.policies().isEmpty())
                .toList());
    }

    /** These and others. */
    public PluginList and(PluginList others) {
        SortedMap<String, Plugin> byHash = new TreeMap<>();
        plugins.forEach(plugin -> byHash.put(plugin.file() + " " + plugin.sha256(), plugin));
        others.plugins.forEach(plugin -> byHash.merge(plugin.file() + " " + plugin.sha256(), plugin, Plugin::and));
        return new PluginList(List.copyOf(byHash.values()));
    }

    private static void note(Map<String, SortedSet<String>> used, Class<? extends PolicyType<?>> kind, String id) {
        used.computeIfAbsent(PolicySet.word(kind), any -> new TreeSet<>()).add(id);
    }

    /** Ids of all policies of a kind. */
    List<String> idsOf(Class<? extends PolicyType<?>> kind) {
        return plugins.stream()
                .flatMap(plugin ->
                        plugin.policies().getOrDefault(PolicySet.word(kind), Collections.emptySortedSet()).stream())
                .toList();
    }

    /** What the ids of results depend on; empty where there are no plug-ins. */
    public String identity() {
        return plugins.stream().map(plugin -> "\nplug-in: " + plugin.sha256()).collect(Collectors.joining());
    }

    /** What a description of results says of them, after its last sentence; empty where there are none. */
    public String note() {
        return plugins.isEmpty()
                ? ""
                : plugins.stream()
                        .map(plugin -> "%s (SHA-256 %s)".formatted(plugin.file(), plugin.sha256()))
                        .collect(Collectors.joining(
                                ", ", " Policies come from plug-ins that are needed to run it again: ", "."));
    }

    /** From JSON, as it is written. */
    public static PluginList parse(JsonNode list) {
        List<Plugin> plugins = new ArrayList<>();
        for (JsonNode plugin : list) {
            SortedMap<String, SortedSet<String>> policies = new TreeMap<>();
            plugin.path("policies").properties().forEach(kind -> {
                SortedSet<String> ids = new TreeSet<>();
                kind.getValue().forEach(id -> ids.add(id.asString("")));
                policies.put(kind.getKey(), ids);
            });
            plugins.add(new Plugin(
                    plugin.path("file").asString(""),
                    plugin.path("sha256").asString(""),
                    plugin.path("version").asString(""),
                    policies));
        }
        return new PluginList(plugins);
    }

    /** What a set lacks of these: another jar, or none, that has their policies. */
    public Optional<String> findMissing(PolicySet there) {
        List<String> missing = new ArrayList<>();
        for (Plugin plugin : plugins) {
            for (Class<? extends PolicyType<?>> kind : PolicySet.kinds()) {
                for (String id : plugin.policies().getOrDefault(PolicySet.word(kind), Collections.emptySortedSet())) {
                    difference(plugin, there.originOf(kind, id))
                            .ifPresent(what ->
                                    missing.add("the %s policy %s: %s".formatted(PolicySet.word(kind), id, what)));
                }
            }
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", missing));
    }

    private static Optional<String> difference(Plugin plugin, Optional<Origin> origin) {
        String wanted = "%s%s with the SHA-256 %s"
                .formatted(
                        plugin.file(),
                        plugin.version().isEmpty() ? "" : " (version %s)".formatted(plugin.version()),
                        plugin.sha256());
        if (origin.isEmpty()) {
            return Optional.of("it is that of %s. Name the folder that has it with --plugins.".formatted(wanted));
        }
        return origin.get().sha256().equals(plugin.sha256())
                ? Optional.empty()
                : Optional.of("it was that of %s; %s here has %s. Maybe it was built again."
                        .formatted(wanted, origin.get().file(), origin.get().sha256()));
    }
}
