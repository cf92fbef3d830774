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

    /**
     * A mapping, in the order of the file; no key twice.
     *
     * @param isWhole whether what is not here was not stated; false where more was stated and could not be read, so that
     *     nobody complains of what is missing
     */
    record Fields(Place at, List<Field> fields, boolean isWhole) implements Node {
        /** Copies. */
        public Fields {
            fields = List.copyOf(fields);
        }

        /** A mapping that is all there. */
        public Fields(Place at, List<Field> fields) {
            this(at, fields, true);
        }

        /** The same mapping with other fields. */
        public Fields with(List<Field> others) {
            return new Fields(at, others, isWhole);
        }

        /** The same mapping without some keys. */
        public Fields without(String... keys) {
            List<String> dropped = List.of(keys);
            return with(fields.stream()
                    .filter(field -> !dropped.contains(field.key()))
                    .toList());
        }

        @Override
        public String kind() {
            return "a mapping";
        }

        /** The text of this key, where it has a single value. */
        public Optional<String> findText(String key) {
            return find(key).map(Field::value).filter(Text.class::isInstance).map(value -> ((Text) value).text());
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
