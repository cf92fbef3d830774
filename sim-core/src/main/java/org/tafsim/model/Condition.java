package org.tafsim.model;

import java.util.List;

/**
 * What a rule asks. Evaluates to yes, no or unknown; unknown where a fact is not stated.
 *
 * <p>Country sets ({@code EEA}) and words ({@code DE}) are both resolved by the reader into plain lists of words.
 */
public sealed interface Condition {

    /** Whether it asks for a fact. */
    default boolean mentions(Fact fact) {
        if (this instanceof AllOf all) {
            return all.parts().stream().anyMatch(part -> part.mentions(fact));
        }
        if (this instanceof AnyOf any) {
            return any.parts().stream().anyMatch(part -> part.mentions(fact));
        }
        return (this instanceof In in && in.fact() == fact)
                || (this instanceof Has has && has.fact() == fact)
                || (this instanceof Excludes excludes && excludes.fact() == fact)
                || (this instanceof Within within && (within.fact() == fact || within.other() == fact));
    }

    /** Every part holds. */
    record AllOf(List<Condition> parts) implements Condition {
        /** Copies. */
        public AllOf {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part holds. */
    record AnyOf(List<Condition> parts) implements Condition {
        /** Copies. */
        public AnyOf {
            parts = List.copyOf(parts);
        }
    }

    /** Every word of the fact is among these. */
    record In(Fact fact, List<String> words) implements Condition {
        /** Copies. */
        public In {
            words = List.copyOf(words);
        }
    }

    /** The fact has all of these words. */
    record Has(Fact fact, List<String> words) implements Condition {
        /** Copies. */
        public Has {
            words = List.copyOf(words);
        }
    }

    /** The fact has none of these words. */
    record Excludes(Fact fact, List<String> words) implements Condition {
        /** Copies. */
        public Excludes {
            words = List.copyOf(words);
        }
    }

    /** Every word of the one fact is among the words of the other, e.g. place.country in subject.country. */
    record Within(Fact fact, Fact other) implements Condition {}

    /** The number is at least this. */
    record AtLeast(Measure measure, double bound) implements Condition {}

    /** The number is at most this. */
    record AtMost(Measure measure, double bound) implements Condition {}

    /** The one number is at least the other, e.g. place.ual at least tenant.minUal. */
    record AtLeastOther(Measure measure, Measure other) implements Condition {}

    /** The request's data class is at least this. */
    record ClassAtLeast(DataClass dataClass) implements Condition {}

    /** The request's data class is exactly this. */
    record ClassIs(DataClass dataClass) implements Condition {}
}
