package org.tafsim.policies.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What replicas are believed to have in their prefix caches: the blocks of prompts that were sent to them, the least recently used forgotten
 * first. Nobody asks the replicas, so that it errs where their caches are smaller, or hold what others sent.
 *
 * <p>Source: the prefix plug-in of llm-d and the Gateway API inference extension in its estimated mode, from memory: 31,250 blocks for each
 * replica.
 */
final class PrefixIndex {

    private static final int MOST_BLOCKS = 31_250;

    private final Map<Long, BitSet> holders = new HashMap<>();
    private final List<LinkedHashMap<Long, Boolean>> recent = new ArrayList<>();
    private int[] matched = {};
    private boolean hasMatch;

    /** Looks for the blocks of a prompt, from its first on, at all replicas. */
    void match(PromptBlocks blocks) {
        if (hasMatch) {
            Arrays.fill(matched, 0);
            hasMatch = false;
        }
        boolean goesOn = true;
        for (int block = 0; block < blocks.count() && goesOn; block++) {
            BitSet of = holders.get(blocks.hash(block));
            goesOn = of != null && extend(of, block);
        }
    }

    private boolean extend(BitSet of, int block) {
        boolean isAny = false;
        for (int replica = of.nextSetBit(0); replica >= 0; replica = of.nextSetBit(replica + 1)) {
            if (matched[replica] == block) {
                matched[replica] = block + 1;
                isAny = true;
            }
        }
        hasMatch |= isAny;
        return isAny;
    }

    /** Blocks of the prompt matched last that a replica has, from the first on. */
    int matched(int replica) {
        return replica < matched.length ? matched[replica] : 0;
    }

    /** Whether any replica has the first block of the prompt matched last. */
    boolean hasMatch() {
        return hasMatch;
    }

    /** Notes that a prompt goes to a replica. */
    void record(int replica, PromptBlocks blocks) {
        if (blocks.count() == 0) {
            return;
        }
        grow(replica);
        LinkedHashMap<Long, Boolean> ofReplica = recent.get(replica);
        for (int block = blocks.count() - 1; block >= 0; block--) { // its end is forgotten before its beginning
            ofReplica.put(blocks.hash(block), Boolean.TRUE);
            holders.computeIfAbsent(blocks.hash(block), hash -> new BitSet()).set(replica);
        }
        while (ofReplica.size() > MOST_BLOCKS) {
            forget(replica, ofReplica.keySet().iterator().next());
        }
    }

    private void forget(int replica, long hash) {
        recent.get(replica).remove(hash);
        BitSet of = holders.get(hash);
        if (of != null) {
            of.clear(replica);
            if (of.isEmpty()) {
                holders.remove(hash);
            }
        }
    }

    private void grow(int replica) {
        while (recent.size() <= replica) {
            recent.add(new LinkedHashMap<>(16, 0.75f, true));
        }
        if (matched.length <= replica) {
            matched = Arrays.copyOf(matched, Math.max(replica + 1, 2 * matched.length));
        }
    }
}
