package org.tafsim.scenario.trace;

import java.util.HashSet;
import java.util.Set;
import org.tafsim.model.PromptText;

/** What a prefix cache that forgets nothing would find again of the prompts of a trace, in their order. */
final class PrefixHits {
    private final Set<Long> known = new HashSet<>();
    private long blocks;
    private long hits;

    /** Looks a prompt up: its blocks are found from the first to the last that is known. Then all are. */
    void add(PromptText prompt) {
        boolean isKnown = true;
        for (int i = 0; i < prompt.size(); i++) {
            boolean isNew = known.add(prompt.name(i));
            isKnown &= !isNew;
            hits += isKnown ? 1 : 0;
        }
        blocks += prompt.size();
    }

    /** Whether prompts were in blocks at all. */
    boolean any() {
        return blocks > 0;
    }

    /** Blocks found, of all. */
    double share() {
        return (double) hits / blocks;
    }
}
