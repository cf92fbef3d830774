package org.tafsim.sovereignty;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tafsim.model.Condition;
import org.tafsim.model.Fact;
import org.tafsim.model.Regime;

/** Turns the conditions of rules into {@link Question}s. */
final class ConditionCompiler {
    private final Vocabulary vocabulary;
    private final Set<String> regimes;

    /**
     * A compiler.
     *
     * @param regimes those declared; whether an operator is exposed to any other is not known
     */
    ConditionCompiler(Vocabulary vocabulary, List<Regime> regimes) {
        this.vocabulary = vocabulary;
        this.regimes = regimes.stream().map(Regime::id).collect(Collectors.toSet()); // asked, never iterated
    }

    Question compile(Condition condition) {
        if (condition instanceof Condition.AllOf all) {
            return Question.all(all.parts().stream().map(this::compile).toList());
        }
        if (condition instanceof Condition.AnyOf any) {
            return Question.any(any.parts().stream().map(this::compile).toList());
        }
        if (condition instanceof Condition.ClassAtLeast least) {
            return facts -> Truth.of(facts.dataClass().isAtLeast(least.dataClass()));
        }
        if (condition instanceof Condition.ClassIs exact) {
            return facts -> Truth.of(facts.dataClass() == exact.dataClass());
        }
        return compileFact(condition);
    }

    private Question compileFact(Condition condition) {
        if (condition instanceof Condition.In in) {
            WordSet words = vocabulary.set(in.words());
            return ifStated(in.fact(), fact -> fact.isSubsetOf(words));
        }
        if (condition instanceof Condition.Has has) {
            WordSet words = vocabulary.set(known(has.fact(), has.words()));
            return whereKnown(has.fact(), has.words(), ifStated(has.fact(), words::isSubsetOf));
        }
        if (condition instanceof Condition.Excludes excludes) {
            WordSet words = vocabulary.set(known(excludes.fact(), excludes.words()));
            return whereKnown(excludes.fact(), excludes.words(), ifStated(excludes.fact(), words::isDisjointFrom));
        }
        if (condition instanceof Condition.Within within) {
            return facts -> isWithin(facts.words(within.fact()), facts.words(within.other()));
        }
        throw new IllegalStateException("Unknown condition " + condition);
    }

    private static Question ifStated(Fact fact, Predicate<WordSet> test) {
        return facts -> {
            WordSet words = facts.words(fact);
            return words.isStated() ? Truth.of(test.test(words)) : Truth.UNKNOWN;
        };
    }

    static Truth isWithin(WordSet words, WordSet others) {
        return words.isStated() && others.isStated() ? Truth.of(words.isSubsetOf(others)) : Truth.UNKNOWN;
    }

    /** Of the words asked about, those there can be an answer for. */
    private List<String> known(Fact fact, List<String> words) {
        return fact == Fact.ACTOR_EXPOSURE
                ? words.stream().filter(regimes::contains).toList()
                : words;
    }

    /** A rule may name a regime that nobody declared: exposure to it is unknown, and no other answer may hide that. */
    private Question whereKnown(Fact fact, List<String> words, Question question) {
        return known(fact, words).size() == words.size()
                ? question
                : facts -> question.ask(facts).and(Truth.UNKNOWN);
    }
}
