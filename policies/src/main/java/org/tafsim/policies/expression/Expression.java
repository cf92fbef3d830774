package org.tafsim.policies.expression;

import java.util.List;
import java.util.Optional;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;

/** A parsed expression, of one of three kinds. Asked of one request and one candidate; allocates nothing when asked. */
public sealed interface Expression {

    /** As messages name the kind. */
    String noun();

    /** A number; infinite or not a number after a division by zero. */
    @FunctionalInterface
    non-sealed interface Numeric extends Expression {
        /** Its value for this candidate. */
        double value(RequestView request, CandidatesView candidates, int candidate);

        @Override
        default String noun() {
            return "a number";
        }
    }

    /** True or false. */
    @FunctionalInterface
    non-sealed interface Logical extends Expression {
        /** Whether it holds for this candidate. */
        boolean holds(RequestView request, CandidatesView candidates, int candidate);

        @Override
        default String noun() {
            return "a condition";
        }
    }

    /**
     * A word.
     *
     * @param reader gives it
     * @param constant the word itself, where it is written in the expression
     * @param vocabulary all the words there are; empty where any word will do
     */
    record Textual(WordReader reader, Optional<String> constant, List<String> vocabulary) implements Expression {

        /** Copies. */
        public Textual {
            vocabulary = List.copyOf(vocabulary);
        }

        static Textual constant(String word) {
            return new Textual((request, candidates, candidate) -> word, Optional.of(word), List.of());
        }

        static Textual of(WordReader reader, List<String> vocabulary) {
            return new Textual(reader, Optional.empty(), vocabulary);
        }

        @Override
        public String noun() {
            return "a word";
        }
    }

    /** Reads a word off a request or a candidate. */
    @FunctionalInterface
    interface WordReader {
        /** The word for this candidate. */
        String word(RequestView request, CandidatesView candidates, int candidate);
    }
}
