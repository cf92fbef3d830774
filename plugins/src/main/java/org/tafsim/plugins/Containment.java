package org.tafsim.plugins;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
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
        return proxy(kind, (proxy, method, args) -> {
            Object fact = facts.get(method.getName());
            if (fact != null) {
                return fact;
            }
            return method.getName().equals("create")
                    ? policy(code, code.callOrRefuse(type, method, args))
                    : others.invoke(proxy, method, args);
        });
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
        code.checkComplete(policy, contract);
        return proxy(contract, calls(code, policy));
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

    private static <P> P proxy(Class<P> contract, InvocationHandler handler) {
        return contract.cast(Proxy.newProxyInstance(contract.getClassLoader(), new Class<?>[] {contract}, handler));
    }
}
