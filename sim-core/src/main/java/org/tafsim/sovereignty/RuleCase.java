package org.tafsim.sovereignty;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.tafsim.model.DataClass;
import org.tafsim.model.Fact;
import org.tafsim.model.Measure;
import org.tafsim.model.Regime;
import org.tafsim.model.Rule;
import org.tafsim.model.Stage;

/**
 * One case to put to a rule: facts as somebody states them, without a scenario.
 *
 * @param dataClass of the request
 * @param words facts that are stated, maybe to be none
 * @param numbers that are stated
 */
public record RuleCase(DataClass dataClass, Map<Fact, List<String>> words, Map<Measure, Double> numbers) {

    private static final Profile ONLY = new Profile(0, 0, 0);

    /** Copies. */
    public RuleCase {
        Map<Fact, List<String>> stated = new EnumMap<>(Fact.class);
        stated.putAll(words);
        words = Collections.unmodifiableMap(stated);
        Map<Measure, Double> counted = new EnumMap<>(Measure.class);
        counted.putAll(numbers);
        numbers = Collections.unmodifiableMap(counted);
    }

    /** What a rule says of it, at a stage that happens. */
    public Verdict verdict(Rule rule, List<Regime> regimes) {
        Vocabulary vocabulary = new Vocabulary();
        ConditionCompiler compiler = new ConditionCompiler(new Stated(vocabulary, regimes), vocabulary);
        Stage stage = rule.stages().get(0);
        SiteSet here = SiteSet.of(1, site -> true);
        TruthSet when = compiler.compile(rule.when(), stage).of(ONLY);
        TruthSet need = compiler.compile(rule.need(), stage).of(ONLY);
        return VerdictSets.of(here, when, need).at(0);
    }

    /** The case as a scenario of one site. */
    private final class Stated implements Facts {
        private final Vocabulary vocabulary;
        private final List<Regime> regimes;

        private Stated(Vocabulary vocabulary, List<Regime> regimes) {
            this.vocabulary = vocabulary;
            this.regimes = regimes;
        }

        @Override
        public int siteCount() {
            return 1;
        }

        @Override
        public TruthSet truths(Traits traits, IntFunction<Truth> answer) {
            return TruthSet.of(1, answer);
        }

        @Override
        public DataClass dataClass(Profile profile) {
            return dataClass;
        }

        @Override
        public IntFunction<WordSet> words(Fact fact, Stage stage, Profile profile) {
            List<String> stated = words.get(fact);
            WordSet set = stated == null ? WordSet.UNSTATED : vocabulary.set(stated);
            return site -> set;
        }

        @Override
        public IntFunction<Span> spans(Measure measure, Stage stage, Profile profile) {
            Double number = numbers.get(measure);
            Span span = number == null ? Span.UNSTATED : Span.of(number);
            return site -> span;
        }

        @Override
        public boolean isDeclared(String regime) {
            return regimes.stream().anyMatch(known -> known.id().equals(regime));
        }
    }
}
