package org.tafsim.policies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.tafsim.policies.harvest.ShippedHarvestPolicies;
import org.tafsim.policy.HarvestPolicyType;
import org.tafsim.policy.PolicyType;
import org.tafsim.policy.RoutingPolicyType;

/** Adds third parties' policies to the shipped ones. */
public final class PolicyLoader {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private PolicyLoader() {}

    /**
     * The shipped routing policies, then those found by {@link ServiceLoader}, by id.
     *
     * @param plugins sees the third parties' jars
     * @throws IllegalArgumentException when a plug-in cannot be loaded, an id is malformed, or two policies have the same id
     */
    public static List<RoutingPolicyType> load(ClassLoader plugins) {
        return load(RoutingPolicyType.class, ShippedPolicies.all(), plugins);
    }

    /** The same of harvest policies. */
    public static List<HarvestPolicyType> loadHarvest(ClassLoader plugins) {
        return load(HarvestPolicyType.class, ShippedHarvestPolicies.all(), plugins);
    }

    private static <T extends PolicyType<?>> List<T> load(Class<T> kind, List<T> shipped, ClassLoader plugins) {
        List<T> found = new ArrayList<>();
        try {
            ServiceLoader.load(kind, plugins).forEach(found::add);
        } catch (ServiceConfigurationError broken) {
            throw new IllegalArgumentException(
                    "A plug-in's policy cannot be loaded: %s. Maybe it was built for another version."
                            .formatted(broken.getMessage()),
                    broken);
        }
        return merge(shipped, found);
    }

    static <T extends PolicyType<?>> List<T> merge(List<T> shipped, List<T> found) {
        Map<String, T> byId = new LinkedHashMap<>();
        shipped.forEach(type -> byId.put(type.id(), type));
        found.stream().sorted(Comparator.comparing(PolicyType::id)).forEach(type -> add(type, byId));
        return List.copyOf(byId.values());
    }

    private static <T extends PolicyType<?>> void add(T type, Map<String, T> byId) {
        String owner = type.getClass().getName();
        if (!ID.matcher(type.id()).matches()) {
            throw new IllegalArgumentException(
                    "The policy id '%s' of %s must be lower-case words joined by hyphens, e.g. my-policy."
                            .formatted(type.id(), owner));
        }
        T other = byId.putIfAbsent(type.id(), type);
        if (other != null) {
            throw new IllegalArgumentException("Two policies are called '%s': %s and %s. Maybe rename the plug-in's."
                    .formatted(type.id(), other.getClass().getName(), owner));
        }
    }
}
