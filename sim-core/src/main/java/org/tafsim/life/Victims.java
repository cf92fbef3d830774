package org.tafsim.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses who makes room. */
final class Victims {

    private Victims() {}

    /**
     * The longest idle until there is enough, less those that turn out not to be in the way.
     *
     * @param plan free memory of each card (bytes); is changed
     * @param wanted needs room
     * @param idle replicas that may be evicted, in the order in which they go
     * @param replicas all of them
     * @param cards that each of them holds
     * @return nobody where there is room, empty where all of them are not enough
     */
    static Optional<List<Integer>> find(
            long[] plan, OnDemandReplica wanted, List<Integer> idle, List<OnDemandReplica> replicas, int[][] cards) {
        List<Integer> victims = new ArrayList<>();
        while (!fits(plan, wanted)) {
            if (victims.size() == idle.size()) {
                return Optional.empty();
            }
            int next = idle.get(victims.size());
            victims.add(next);
            CardGroup.give(plan, cards[next], replicas.get(next).bytesPerCard());
        }
        for (int i = victims.size() - 1; i >= 0; i--) {
            int victim = victims.get(i);
            CardGroup.give(plan, cards[victim], -replicas.get(victim).bytesPerCard());
            if (fits(plan, wanted)) {
                victims.remove(i);
            } else {
                CardGroup.give(plan, cards[victim], replicas.get(victim).bytesPerCard());
            }
        }
        return Optional.of(victims);
    }

    /** Whether a replica has room on these cards. */
    static boolean fits(long[] plan, OnDemandReplica wanted) {
        return CardGroup.take(plan.clone(), wanted.cards(), wanted.bytesPerCard()).length > 0;
    }
}
