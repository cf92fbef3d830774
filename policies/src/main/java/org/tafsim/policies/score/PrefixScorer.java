package org.tafsim.policies.score;

import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;

/**
 * Share of the prompt's blocks that a candidate is believed to have cached, from the first on; 0 for all where the text is not known.
 *
 * <p>Source: prefix-cache-scorer of llm-d, in its estimated mode.
 */
final class PrefixScorer implements Scorer {

    private final PromptBlocks blocks;
    private final PrefixIndex index = new PrefixIndex();

    PrefixScorer(int blockTokens) {
        blocks = new PromptBlocks(blockTokens);
    }

    @Override
    public void add(RequestView request, CandidatesView view, Round round, double weight) {
        blocks.read(request.promptText());
        index.match(blocks);
        for (int k = 0; k < round.count; k++) {
            int matched = index.hasMatch() ? index.matched(view.replicaIndex(round.kept[k])) : 0;
            round.values[k] = matched == 0 ? 0 : (double) matched / blocks.count();
        }
        round.addShares(weight);
    }

    @Override
    public void chosen(CandidatesView view, int candidate) {
        index.record(view.replicaIndex(candidate), blocks);
    }
}
