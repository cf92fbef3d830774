package org.tafsim.serving;

/**
 * Takes KV blocks away from sequences where those that decode need more than there are. A decode's cache moves to the host
 * while there is room; else, like a prompt's, it is lost and computed anew.
 */
final class Preemption {
    private final BatchParts parts;

    /** Highest priority number that any request here has had. */
    private int highestPriority = Integer.MIN_VALUE;

    Preemption(BatchParts parts) {
        this.parts = parts;
    }

    /** A request comes. */
    void learn(int request) {
        highestPriority = Math.max(highestPriority, parts.requests().priority(request));
    }

    /** Frees blocks for the tokens that the decodes are about to add, of which there are too few. */
    void makeRoomForGrowth() {
        do {
            parts.counters().countPreemption();
            parts.waiting().addFirst(preempt());
        } while (parts.pool().nextGrowth() > parts.pool().free());
    }

    /** The one that is last in turn: of those with the highest priority number the one that came last. */
    private int preempt() {
        DecodeBatch decodes = parts.decodes();
        PrefillLine prefills = parts.prefills();
        RequestTable requests = parts.requests();
        int place = decodes.firstToLose(highestPriority);
        if (prefills.size() == 0 || requests.priority(prefills.member(0)) < requests.priority(decodes.member(place))) {
            int request = decodes.preempt(place);
            moveToHost(request);
            return request;
        }
        return parts.dropPrefill();
    }

    /** Its last token is out, but not in the cache yet. */
    private void moveToHost(int request) {
        int context = parts.requests().prefill(request) - 1;
        int blocks = parts.pool().blocksOf(context);
        if (parts.host().isRoomFor(blocks)) {
            parts.host().take(blocks);
            parts.requests().setHostTokens(request, context);
            parts.counters().countSwap();
        }
    }

    /** Brings a request back that waits first, and for which there is room: it decodes in the step being formed. */
    void bringBackFirst() {
        int request = parts.waiting().first();
        int context = parts.requests().hostTokens(request);
        parts.waiting().removeFirst();
        int cached = parts.blocks().hold(request, context);
        parts.blocks().fill(request, context);
        parts.host().bringBack(parts.pool().blocksOf(context), parts.pool().fullBlocksOf(cached));
        parts.requests().setHostTokens(request, 0);
        parts.decodes().join(request);
    }
}
