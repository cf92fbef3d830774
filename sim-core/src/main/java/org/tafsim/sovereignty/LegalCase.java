package org.tafsim.sovereignty;

import java.util.EnumMap;
import java.util.Map;
import org.tafsim.model.DataClass;
import org.tafsim.model.Fact;

/** The facts of one request at one place, at one stage: what rules are asked about. Filled anew for each case. */
final class LegalCase {
    private final Map<Fact, WordSet> facts = new EnumMap<>(Fact.class);
    private DataClass dataClass = DataClass.PUB;

    void state(Fact fact, WordSet words) {
        facts.put(fact, words);
    }

    void state(DataClass requestsClass) {
        dataClass = requestsClass;
    }

    WordSet words(Fact fact) {
        return facts.getOrDefault(fact, WordSet.UNSTATED);
    }

    DataClass dataClass() {
        return dataClass;
    }
}
