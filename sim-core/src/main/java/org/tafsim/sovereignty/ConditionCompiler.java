package org.tafsim.sovereignty;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.tafsim.model.Condition;
import org.tafsim.model.DataClass;
import org.tafsim.model.Fact;
import org.tafsim.model.Measure;
import org.tafsim.model.Stage;

/** Turns the conditions of rules into bit sets: for a profile, the answer at every site. */
final class ConditionCompiler {
    private final Facts facts;
    private final Vocabulary vocabulary;
    private final TruthSet always;
    private final TruthSet never;
    private final TruthSet unknown;

    ConditionCompiler(Facts facts, Vocabulary vocabulary) {
        this.facts = facts;
        this.vocabulary = vocabulary;
        always = TruthSet.of(facts.siteCount(), site -> Truth.YES);
        never = TruthSet.of(facts.siteCount(), site -> Truth.NO);
        unknown = TruthSet.of(facts.siteCount(), site -> Truth.UNKNOWN);
    }

    PerProfile<TruthSet> compile(Condition condition, Stage stage) {
        if (condition instanceof Condition.AllOf all) {
            return fold(all.parts(), stage, Truth.YES, TruthSet::and);
        }
        if (condition instanceof Condition.AnyOf any) {
            return fold(any.parts(), stage, Truth.NO, TruthSet::or);
        }
        if (condition instanceof Condition.ClassAtLeast least) {
            return ofClass(actual -> actual.isAtLeast(least.dataClass()));
        }
        if (condition instanceof Condition.ClassIs exact) {
            return ofClass(actual -> actual == exact.dataClass());
        }
        return isOfNumbers(condition) ? compileNumbers(condition, stage) : compileFact(condition, stage);
    }

    private static boolean isOfNumbers(Condition condition) {
        return condition instanceof Condition.AtLeast
                || condition instanceof Condition.AtMost
                || condition instanceof Condition.AtLeastOther;
    }

    private PerProfile<TruthSet> compileNumbers(Condition condition, Stage stage) {
        if (condition instanceof Condition.AtLeast least) {
            return ofMeasure(least.measure(), stage, span -> span.isAtLeast(least.bound()));
        }
        if (condition instanceof Condition.AtMost most) {
            return ofMeasure(most.measure(), stage, span -> span.isAtMost(most.bound()));
        }
        Condition.AtLeastOther least = (Condition.AtLeastOther) condition;
        Traits traits = FactTable.traits(least.measure()).and(FactTable.traits(least.other()));
        return new PerProfile<>(traits, profile -> {
            IntFunction<Span> spans = facts.spans(least.measure(), stage, profile);
            IntFunction<Span> others = facts.spans(least.other(), stage, profile);
            return facts.truths(traits, site -> spans.apply(site).isAtLeast(others.apply(site)));
        });
    }

    private PerProfile<TruthSet> ofMeasure(Measure measure, Stage stage, Function<Span, Truth> answer) {
        Traits traits = FactTable.traits(measure);
        return new PerProfile<>(traits, profile -> {
            IntFunction<Span> spans = facts.spans(measure, stage, profile);
            return facts.truths(traits, site -> answer.apply(spans.apply(site)));
        });
    }

    private PerProfile<TruthSet> compileFact(Condition condition, Stage stage) {
        if (condition instanceof Condition.In in) {
            WordSet words = vocabulary.set(in.words());
            return ofFact(in.fact(), stage, fact -> fact.isWithin(words));
        }
        if (condition instanceof Condition.Has has) {
            WordSet words = vocabulary.set(answerable(has.fact(), has.words()));
            return unlessUndeclared(has.fact(), has.words(), ofFact(has.fact(), stage, words::isWithin));
        }
        if (condition instanceof Condition.Excludes excludes) {
            WordSet words = vocabulary.set(answerable(excludes.fact(), excludes.words()));
            return unlessUndeclared(
                    excludes.fact(), excludes.words(), ofFact(excludes.fact(), stage, words::isApartFrom));
        }
        if (condition instanceof Condition.Within within) {
            return within(within.fact(), within.other(), stage);
        }
        throw new IllegalStateException("Unknown condition " + condition);
    }

    private PerProfile<TruthSet> fold(
            List<Condition> parts, Stage stage, Truth ofNone, BinaryOperator<TruthSet> combine) {
        List<PerProfile<TruthSet>> compiled =
                parts.stream().map(part -> compile(part, stage)).toList();
        Traits traits = compiled.stream().map(PerProfile::traits).reduce(Traits.NONE, Traits::and);
        return new PerProfile<>(
                traits,
                profile -> compiled.stream().map(part -> part.of(profile)).reduce(everywhere(ofNone), combine));
    }

    private TruthSet everywhere(Truth truth) {
        return truth == Truth.YES ? always : truth == Truth.NO ? never : unknown;
    }

    private PerProfile<TruthSet> ofClass(Predicate<DataClass> test) {
        return new PerProfile<>(Traits.APP, profile -> everywhere(Truth.of(test.test(facts.dataClass(profile)))));
    }

    /** What a fact's words answer. */
    private interface Answer {
        Truth to(WordSet words);
    }

    private PerProfile<TruthSet> ofFact(Fact fact, Stage stage, Answer answer) {
        Traits traits = FactTable.traits(fact, stage);
        return new PerProfile<>(traits, profile -> {
            IntFunction<WordSet> words = facts.words(fact, stage, profile);
            return facts.truths(traits, site -> answer.to(words.apply(site)));
        });
    }

    private PerProfile<TruthSet> within(Fact fact, Fact other, Stage stage) {
        Traits traits = FactTable.traits(fact, stage).and(FactTable.traits(other, stage));
        return new PerProfile<>(traits, profile -> {
            IntFunction<WordSet> words = facts.words(fact, stage, profile);
            IntFunction<WordSet> others = facts.words(other, stage, profile);
            return facts.truths(traits, site -> words.apply(site).isWithin(others.apply(site)));
        });
    }

    /** Of the words asked about, those there can be an answer for. */
    private List<String> answerable(Fact fact, List<String> words) {
        return fact == Fact.ACTOR_EXPOSURE
                ? words.stream().filter(facts::isDeclared).toList()
                : words;
    }

    /** A rule may name a regime that nobody declared: exposure to it is unknown, and no other answer may hide that. */
    private PerProfile<TruthSet> unlessUndeclared(Fact fact, List<String> words, PerProfile<TruthSet> answer) {
        return answerable(fact, words).size() == words.size()
                ? answer
                : new PerProfile<>(
                        answer.traits(), profile -> answer.of(profile).and(everywhere(Truth.UNKNOWN)));
    }
}
