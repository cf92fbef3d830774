package org.tafsim.policies.score;

import java.util.Arrays;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;

/**
 * Spreads prompts of which nobody has anything cached: 1 for who was given such a prompt least recently, 0 for who was most recently,
 * between them by number of such prompts since; 0.5 for all where somebody has its beginning.
 *
 * <p>Source: no-hit-lru-scorer of llm-d, which takes ranks between the ends.
 */
final class NoHitScorer implements Scorer {

    private static final double NEUTRAL = 0.5;

    private final PromptBlocks blocks;
    private final PrefixIndex index = new PrefixIndex();
    private long[] lastCold = {};
    private long coldOnes;

    NoHitScorer(int blockTokens) {
        blocks = new PromptBlocks(blockTokens);
    }

    @Override
    public void add(RequestView request, CandidatesView view, Round round, double weight) {
        blocks.read(request.promptText());
        index.match(blocks);
        for (int k = 0; k < round.count; k++) {
            round.values[k] = index.hasMatch() ? NEUTRAL : lastCold(view.replicaIndex(round.kept[k]));
        }
        if (index.hasMatch()) {
            round.addShares(weight);
        } else {
            round.addLeastFirst(weight);
        }
    }

    private double lastCold(int replica) {
        return replica < lastCold.length ? lastCold[replica] : 0;
    }

    @Override
    public void chosen(CandidatesView view, int candidate) {
        int replica = view.replicaIndex(candidate);
        if (!index.hasMatch()) {
            if (replica >= lastCold.length) {
                lastCold = Arrays.copyOf(lastCold, Math.max(replica + 1, 2 * lastCold.length));
            }
            lastCold[replica] = ++coldOnes;
        }
        index.record(replica, blocks);
    }
}
