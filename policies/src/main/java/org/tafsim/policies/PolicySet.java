package org.tafsim.policies;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tafsim.model.PolicyRole;
import org.tafsim.policies.admission.ShippedAdmissionPolicies;
import org.tafsim.policies.deployment.ShippedDeploymentPolicies;
import org.tafsim.policies.eviction.ShippedEvictionPolicies;
import org.tafsim.policies.external.ExternalPolicyType;
import org.tafsim.policies.harvest.ShippedHarvestPolicies;
import org.tafsim.policies.order.ShippedOrderPolicies;
import org.tafsim.policies.scaling.ShippedScalingPolicies;
import org.tafsim.policy.AdmissionPolicyType;
import org.tafsim.policy.DeploymentPolicyType;
import org.tafsim.policy.EvictionPolicyType;
import org.tafsim.policy.HarvestPolicyType;
import org.tafsim.policy.OrderPolicyType;
import org.tafsim.policy.PolicyType;
import org.tafsim.policy.PolicyTypes;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.policy.ScalingPolicyType;

/** The policies that a run may use, of every kind: the shipped ones, and what third parties added. Never changes. */
public final class PolicySet implements PolicyTypes {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final List<Class<? extends PolicyType<?>>> KINDS = List.of(
            RoutingPolicyType.class,
            AdmissionPolicyType.class,
            OrderPolicyType.class,
            EvictionPolicyType.class,
            ScalingPolicyType.class,
            DeploymentPolicyType.class,
            HarvestPolicyType.class);
    private static final PolicySet SHIPPED = new PolicySet(Map.of())
            .plus(RoutingPolicyType.class, ShippedPolicies.all(), Optional.empty())
            .plus(RoutingPolicyType.class, List.of(ExternalPolicyType.TYPE), Optional.empty())
            .plus(AdmissionPolicyType.class, ShippedAdmissionPolicies.all(), Optional.empty())
            .plus(OrderPolicyType.class, ShippedOrderPolicies.all(), Optional.empty())
            .plus(EvictionPolicyType.class, ShippedEvictionPolicies.all(), Optional.empty())
            .plus(ScalingPolicyType.class, ShippedScalingPolicies.all(), Optional.empty())
            .plus(DeploymentPolicyType.class, ShippedDeploymentPolicies.all(), Optional.empty())
            .plus(HarvestPolicyType.class, ShippedHarvestPolicies.all(), Optional.empty());

    /** In the order to show them; by kind, then by id. */
    private final Map<Class<?>, Map<String, Known>> byKind;

    private PolicySet(Map<Class<?>, Map<String, Known>> byKind) {
        this.byKind = byKind;
    }

    private record Known(PolicyType<?> type, Optional<Origin> origin) {
        private String owner() {
            return origin.map(Origin::toString).orElse("tafsim itself");
        }
    }

    /** Those of this module alone. */
    public static PolicySet shipped() {
        return SHIPPED;
    }

    /** The kinds of policies that third parties may add. */
    public static List<Class<? extends PolicyType<?>>> kinds() {
        return List.copyOf(KINDS);
    }

    /** The kind of policies that have a role beside those that route. */
    public static Class<? extends PolicyType<?>> kindOf(PolicyRole role) {
        return switch (role) {
            case ADMISSION -> AdmissionPolicyType.class;
            case ORDER -> OrderPolicyType.class;
            case EVICTION -> EvictionPolicyType.class;
            case SCALING -> ScalingPolicyType.class;
            case DEPLOYMENT -> DeploymentPolicyType.class;
        };
    }

    /** What people call a kind, e.g. {@code routing}. */
    public static String word(Class<? extends PolicyType<?>> kind) {
        return kind.getSimpleName().replace("PolicyType", "").toLowerCase(Locale.ROOT);
    }

    /** Whether a text may name a policy: lower-case words joined by hyphens. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /**
     * These, and a third party's.
     *
     * @throws IllegalArgumentException when the id is malformed or taken
     */
    public <T extends PolicyType<?>> PolicySet with(Class<T> kind, T type, Origin origin) {
        if (!isId(type.id())) {
            throw new IllegalArgumentException(
                    "The policy id '%s' of %s must be lower-case words joined by hyphens, e.g. my-policy."
                            .formatted(type.id(), origin));
        }
        Known other = of(kind).get(type.id());
        if (other != null) {
            throw new IllegalArgumentException(
                    "Two %s policies are called '%s': one of %s and one of %s. Maybe rename the plug-in's."
                            .formatted(word(kind), type.id(), other.owner(), origin));
        }
        return plus(kind, List.of(type), Optional.of(origin));
    }

    private PolicySet plus(Class<?> kind, List<? extends PolicyType<?>> types, Optional<Origin> origin) {
        Map<Class<?>, Map<String, Known>> all = new LinkedHashMap<>(byKind);
        Map<String, Known> ofKind = new LinkedHashMap<>(of(kind));
        types.forEach(type -> ofKind.put(type.id(), new Known(type, origin)));
        all.put(kind, ofKind);
        return new PolicySet(all);
    }

    private Map<String, Known> of(Class<?> kind) {
        return byKind.getOrDefault(kind, Map.of());
    }

    /** All of a kind: the shipped ones in their order, then third parties' as they were added. */
    @Override
    public <T extends PolicyType<?>> List<T> all(Class<T> kind) {
        List<T> all = new ArrayList<>();
        of(kind).values().forEach(known -> all.add(kind.cast(known.type())));
        return all;
    }

    @Override
    public <T extends PolicyType<?>> Optional<T> find(Class<T> kind, String id) {
        return Optional.ofNullable(of(kind).get(id)).map(known -> kind.cast(known.type()));
    }

    /** Where the one of a kind with this id comes from; empty where it is shipped, or where there is none. */
    public Optional<Origin> originOf(Class<? extends PolicyType<?>> kind, String id) {
        return Optional.ofNullable(of(kind).get(id)).flatMap(Known::origin);
    }

    /** All that choose among replicas. */
    public List<RoutingPolicyType> routing() {
        return all(RoutingPolicyType.class);
    }

    /** The one of these that choose among replicas. */
    public Optional<RoutingPolicyType> routing(String id) {
        return find(RoutingPolicyType.class, id);
    }
}
