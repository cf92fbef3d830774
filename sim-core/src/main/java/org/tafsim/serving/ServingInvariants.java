package org.tafsim.serving;

import org.tafsim.kernel.InvariantViolation;

/** The laws of a replica's books (docs/invariants.md): the cheap ones hold at every event, the others under audit. */
final class ServingInvariants {
    private static final String BLOCKS = "INV-S1";
    private static final String TOKENS = "INV-S2";
    private static final String LIMITS = "INV-S3";

    private ServingInvariants() {}

    static void checkPool(Replica replica) {
        KvPool pool = replica.batch().pool();
        if (pool.used() < 0 || pool.used() > pool.blocks()) {
            throw violation(BLOCKS, replica, "KV blocks in use", pool.used(), "blocks in the pool", pool.blocks());
        }
    }

    static void checkIdle(Replica replica) {
        if (replica.batch().pool().used() != 0) {
            throw violation(
                    BLOCKS, replica, "KV blocks in use", replica.batch().pool().used(), "sequences", 0);
        }
        requireEqual(
                TOKENS,
                replica,
                "tokens generated",
                replica.counters().generatedTokens(),
                "tokens of requests that finished or were lost",
                replica.notices().finishedTokens() + replica.counters().lostTokens());
    }

    static void checkLimits(Replica replica) {
        RunningBatch batch = replica.batch();
        int tokens = batch.decodes().size() + batch.prefills().stepTokens();
        int maxSequences = replica.spec().limits().sequences();
        if (batch.size() > maxSequences) {
            throw violation(LIMITS, replica, "sequences", batch.size(), "most sequences", maxSequences);
        }
        if (tokens > replica.spec().limits().batchedTokens()) {
            throw violation(
                    LIMITS,
                    replica,
                    "tokens in a step",
                    tokens,
                    "token budget",
                    replica.spec().limits().batchedTokens());
        }
    }

    /** Counts everything anew; linear in the requests at the replica. */
    static void audit(Replica replica, RequestTable requests) {
        checkPool(replica);
        checkLimits(replica);
        auditBlocks(replica, requests);
        auditTokens(replica, requests);
    }

    private static void auditBlocks(Replica replica, RequestTable requests) {
        RunningBatch batch = replica.batch();
        int[] contexts = batch.decodes().contexts();
        long contextTokens = 0;
        long held = 0;
        for (int context : contexts) {
            contextTokens += context;
            held += batch.pool().blocksOf(context);
        }
        for (int i = 0; i < batch.prefills().size(); i++) {
            held += batch.pool().blocksOf(requests.prefill(batch.prefills().member(i)));
        }
        requireEqual(BLOCKS, replica, "KV blocks in use", batch.pool().used(), "blocks held", held);
        requireEqual(BLOCKS, replica, "context", batch.decodes().contextTokens(), "contexts added up", contextTokens);
        if (!batch.pool().growsLike(contexts)) {
            throw violation(
                    BLOCKS, replica, "decodes by block residue", contexts.length, "their contexts", contextTokens);
        }
    }

    private static void auditTokens(Replica replica, RequestTable requests) {
        RunningBatch batch = replica.batch();
        long emitted = replica.notices().finishedTokens()
                + replica.counters().lostTokens()
                + batch.decodes().emittedTokens();
        long waitingTokens = 0;
        for (int i = 0; i < batch.prefills().size(); i++) {
            emitted += requests.emitted(batch.prefills().member(i));
        }
        for (int i = 0; i < batch.waiting().size(); i++) {
            emitted += requests.emitted(batch.waiting().get(i));
            waitingTokens += requests.prefill(batch.waiting().get(i));
        }
        requireEqual(
                TOKENS, replica, "generated", replica.counters().generatedTokens(), "emitted to requests", emitted);
        requireEqual(
                TOKENS, replica, "waiting", batch.waiting().prefillTokens(), "waiting prompts added up", waitingTokens);
    }

    private static void requireEqual(String id, Replica replica, String left, long value, String right, long other) {
        if (value != other) {
            throw violation(id, replica, left, value, right, other);
        }
    }

    private static InvariantViolation violation(
            String id, Replica replica, String left, long value, String right, long other) {
        return new InvariantViolation(
                id,
                replica.nowNanos(),
                "Replica %s: %s (%d) against %s (%d).".formatted(replica.spec().id(), left, value, right, other));
    }
}
