package org.tafsim.policy;

import java.util.List;
import java.util.Optional;

/** The types of policy that a scenario may name, of every kind. */
public interface PolicyTypes {

    /** None at all. */
    PolicyTypes NONE = of(List.of());

    /** All of a kind, in the order to show them. */
    <T extends PolicyType<?>> List<T> all(Class<T> kind);

    /** The one of a kind with this id. */
    default <T extends PolicyType<?>> Optional<T> find(Class<T> kind, String id) {
        return all(kind).stream().filter(type -> type.id().equals(id)).findFirst();
    }

    /** These and no others; each is of all the kinds that it implements. */
    static PolicyTypes of(List<? extends PolicyType<?>> types) {
        List<PolicyType<?>> known = List.copyOf(types);
        return new PolicyTypes() {
            @Override
            public <T extends PolicyType<?>> List<T> all(Class<T> kind) {
                return known.stream().filter(kind::isInstance).map(kind::cast).toList();
            }
        };
    }
}
