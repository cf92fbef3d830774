package org.tafsim.plugins;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tafsim.policies.Origin;
import org.tafsim.policies.PolicySet;
import org.tafsim.policy.PolicyType;

/**
 * Stands between the engine and a plug-in: whatever its code throws, errors included, becomes one exception that names it, and whoever
 * watches knows when it is at work. By proxies, as policies of every kind are contained in the same way.
 *
 * @param <T> kind of policy
 */
final class Containment<T extends PolicyType<?>> {

    private final Class<T> kind;
    private final Origin origin;
    private final CallWatch watch;

    Containment(Class<T> kind, Origin origin, CallWatch watch) {
        this.kind = kind;
        this.origin = origin;
        this.watch = watch;
    }

    /**
     * The type, contained, as are all policies that it creates. What it says of itself is asked once.
     *
     * @throws PluginFailedException where it does not say
     */
    T contain(T type) {
        PluginCode asked = code(type.getClass().getName());
        asked.checkComplete(type, kind);
        String id = asked.ask("its id", type::id);
        Map<String, Object> facts = Map.of(
                "id", id,
                "rule", asked.ask("its rule", type::rule),
                "source", asked.ask("its source", type::source),
                "parameterNames", asked.ask("one of its parameter names", () -> List.copyOf(type.parameterNames())));
        PluginCode code = code(id);
        InvocationHandler others = calls(code, type);
        return kind.cast(Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[] {kind}, (proxy, method, args) -> {
            Object fact = facts.get(method.getName());
            if (fact != null) {
                return fact;
            }
            return method.getName().equals("create")
                    ? policy(code, code.callOrRefuse(type, method, args))
                    : others.invoke(proxy, method, args);
        }));
    }

    private PluginCode code(String name) {
        String title = "The %s policy %s of %s".formatted(PolicySet.word(kind), name, origin);
        return new PluginCode(title, origin.file(), watch);
    }

    private Object policy(PluginCode code, @Nullable Object policy) {
        if (policy == null) {
            throw new PluginFailedException("%s made no policy: create returned null.".formatted(code.title()));
        }
        Class<?> contract = contract();
        Set<Class<?>> roles = new LinkedHashSet<>(List.of(contract));
        addRoles(policy.getClass(), contract, roles);
        roles.forEach(role -> code.checkComplete(policy, role));
        return Proxy.newProxyInstance(contract.getClassLoader(), roles.toArray(Class<?>[]::new), calls(code, policy));
    }

    /** What of the contract a policy can do beyond what all of its kind do: interfaces that extend theirs. */
    private static void addRoles(@Nullable Class<?> type, Class<?> contract, Set<Class<?>> roles) {
        if (type == null) {
            return;
        }
        for (Class<?> role : type.getInterfaces()) {
            if (contract.isAssignableFrom(role) && role.getPackage().equals(contract.getPackage())) {
                roles.add(role);
            }
            addRoles(role, contract, roles);
        }
        addRoles(type.getSuperclass(), contract, roles);
    }

    /** What types of this kind create: the argument of {@link PolicyType}. */
    private Class<?> contract() {
        ParameterizedType type = (ParameterizedType) kind.getGenericInterfaces()[0];
        return (Class<?>) type.getActualTypeArguments()[0];
    }

    private static InvocationHandler calls(PluginCode code, Object target) {
        return (proxy, method, args) -> method.getName().equals("equals") && args != null && args.length == 1
                ? proxy == args[0]
                : code.call(target, method, args);
    }
}
