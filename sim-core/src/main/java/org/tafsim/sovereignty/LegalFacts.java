package org.tafsim.sovereignty;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.tafsim.model.Fact;
import org.tafsim.model.Measure;

/** What a rule can ask about a place and those who act there: words and numbers. What is not in it is not stated. */
final class LegalFacts {

    /** Nothing stated. */
    static final LegalFacts NONE = new LegalFacts(Map.of(), Map.of());

    /** Facts of whoever acts at a stage, and what they are of several together; all others are the site's own. */
    private static final Map<Fact, BinaryOperator<WordSet>> TOGETHER = Map.of( // asked, never iterated
            Fact.PLACE_COUNTRY, WordSet::or,
            Fact.PLACE_CERTIFICATES, WordSet::and,
            Fact.ACTOR_SEAT, WordSet::or,
            Fact.ACTOR_CONTROL, WordSet::or,
            Fact.ACTOR_EXPOSURE, WordSet::or,
            Fact.ACTOR_ESTABLISHMENTS, WordSet::and,
            Fact.ACTOR_UNDERTAKINGS, WordSet::and,
            Fact.KEY_COUNTRY, WordSet::or);

    private static final List<Measure> SHARES =
            List.of(Measure.ACTOR_LARGEST_NON_EU_SHARE, Measure.ACTOR_TOTAL_NON_EU_SHARE);

    private final Map<Fact, WordSet> words = new EnumMap<>(Fact.class);
    private final Map<Measure, Span> spans = new EnumMap<>(Measure.class);

    LegalFacts(Map<Fact, WordSet> words, Map<Measure, Span> spans) {
        this.words.putAll(words);
        this.spans.putAll(spans);
    }

    WordSet words(Fact fact) {
        return words.getOrDefault(fact, WordSet.UNSTATED);
    }

    Span span(Measure measure) {
        return spans.getOrDefault(measure, Span.UNSTATED);
    }

    /** The same with one fact otherwise. */
    LegalFacts with(Fact fact, WordSet other) {
        LegalFacts changed = new LegalFacts(words, spans);
        changed.words.put(fact, other);
        return changed;
    }

    /** The same and more; what is in both is that of the other. */
    LegalFacts with(LegalFacts other) {
        LegalFacts all = new LegalFacts(words, spans);
        all.words.putAll(other.words);
        all.spans.putAll(other.spans);
        return all;
    }

    /** The same place, where these act and hold the data in its stead. */
    LegalFacts actedOnBy(List<LegalFacts> parties) {
        LegalFacts result = new LegalFacts(words, spans);
        for (Fact fact : Fact.values()) {
            BinaryOperator<WordSet> combine = TOGETHER.get(fact);
            if (combine != null) {
                result.words.put(
                        fact,
                        parties.stream()
                                .map(party -> party.words(fact))
                                .reduce(combine)
                                .orElseThrow());
            }
        }
        for (Measure share : SHARES) {
            result.spans.put(
                    share,
                    parties.stream()
                            .map(party -> party.span(share))
                            .reduce(Span::max)
                            .orElseThrow());
        }
        return result;
    }
}
