package org.tafsim.serving;

/**
 * What a replica's batch is made of.
 *
 * @param requests at all replicas
 * @param waiting for admission
 * @param pool of KV blocks
 * @param blocks that each sequence holds
 * @param host memory for what is preempted
 * @param decodes under way
 * @param prefills under way
 * @param counters of what was done
 */
record BatchParts(
        RequestTable requests,
        WaitingQueue waiting,
        KvPool pool,
        SequenceBlocks blocks,
        HostBlocks host,
        DecodeBatch decodes,
        PrefillLine prefills,
        ReplicaCounters counters) {

    /** Drops the prompt left over from the last step. */
    int dropPrefill() {
        int request = prefills.preemptLast();
        blocks.release(request, requests.prefill(request));
        return request;
    }

    /** Takes a request out that waits, with what the host keeps of it; whether it did. */
    boolean withdraw(int request) {
        boolean isWaiting = waiting.remove(request);
        if (isWaiting) {
            forgetHost(request);
        }
        return isWaiting;
    }

    /** Forgets what the host keeps of a request. */
    void forgetHost(int request) {
        host.giveUp(pool.blocksOf(requests.hostTokens(request)));
        requests.setHostTokens(request, 0);
    }
}
