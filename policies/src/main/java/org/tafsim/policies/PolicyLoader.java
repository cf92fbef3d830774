package org.tafsim.policies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.tafsim.policy.RoutingPolicyType;

/** Adds third parties' policies to the shipped ones. */
public final class PolicyLoader {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private PolicyLoader() {}

    /**
     * The shipped policies, then those found by {@link ServiceLoader}, by id.
     *
     * @param plugins sees the third parties' jars
     * @throws IllegalArgumentException when a plug-in cannot be loaded, an id is malformed, or two policies have the same id
     */
    public static List<RoutingPolicyType> load(ClassLoader plugins) {
        List<RoutingPolicyType> found = new ArrayList<>();
        try {
            ServiceLoader.load(RoutingPolicyType.class, plugins).forEach(found::add);
        } catch (ServiceConfigurationError broken) {
            throw new IllegalArgumentException(
                    "A plug-in's policy cannot be loaded: %s. Maybe it was built for another version."
                            .formatted(broken.getMessage()),
                    broken);
        }
        return merge(found);
    }

    static List<RoutingPolicyType> merge(List<RoutingPolicyType> found) {
        Map<String, RoutingPolicyType> byId = new LinkedHashMap<>();
        ShippedPolicies.all().forEach(type -> byId.put(type.id(), type));
        found.stream().sorted(Comparator.comparing(RoutingPolicyType::id)).forEach(type -> add(type, byId));
        return List.copyOf(byId.values());
    }

    private static void add(RoutingPolicyType type, Map<String, RoutingPolicyType> byId) {
        String owner = type.getClass().getName();
        if (!ID.matcher(type.id()).matches()) {
            throw new IllegalArgumentException(
                    "The policy id '%s' of %s must be lower-case words joined by hyphens, e.g. my-policy."
                            .formatted(type.id(), owner));
        }
        RoutingPolicyType other = byId.putIfAbsent(type.id(), type);
        if (other != null) {
            throw new IllegalArgumentException("Two policies are called '%s': %s and %s. Maybe rename the plug-in's."
                    .formatted(type.id(), other.getClass().getName(), owner));
        }
    }
}
