package org.tafsim.scenario.source;

import java.util.List;
import java.util.Optional;

/** A piece of a YAML file that knows where it stands. All scalars are text: what they mean is decided by who reads them. */
public sealed interface Node {

    /** Where its value starts. */
    Place at();

    /** What it is, for messages. */
    String kind();

    /** A scalar. Empty where the key has no value. */
    record Text(Place at, String text) implements Node {
        @Override
        public String kind() {
            return "a single value";
        }
    }

    /** A list. */
    record Items(Place at, List<Node> items) implements Node {
        /** Copies. */
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A mapping, in the order of the file; no key twice. */
    record Fields(Place at, List<Field> fields) implements Node {
        /** Copies. */
        public Fields {
            fields = List.copyOf(fields);
        }

        @Override
        public String kind() {
            return "a mapping";
        }

        /** The field of this key. */
        public Optional<Field> find(String key) {
            return fields.stream().filter(field -> field.key().equals(key)).findFirst();
        }
    }

    /**
     * A key and its value.
     *
     * @param keyAt where the key stands
     */
    record Field(Place keyAt, String key, Node value) {}
}
