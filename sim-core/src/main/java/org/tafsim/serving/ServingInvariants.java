package org.tafsim.serving;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tafsim.kernel.InvariantViolation;

/** The laws of a replica's books (docs/invariants.md): the cheap ones hold at every event, the others under audit. */
final class ServingInvariants {
    private static final String BLOCKS = "INV-S1";
    private static final String TOKENS = "INV-S2";
    private static final String LIMITS = "INV-S3";
    private static final String SHARES = "INV-E1";

    private ServingInvariants() {}

    static void checkPool(Replica replica) {
        KvPool pool = replica.batch().pool();
        if (pool.used() < 0 || pool.used() > pool.blocks()) {
            throw violation(BLOCKS, replica, "KV blocks in use", pool.used(), "blocks in the pool", pool.blocks());
        }
        PrefixCache cache = replica.batch().blocks().cacheIfAny();
        if (cache != null && cache.free() != pool.free()) {
            throw violation(
                    BLOCKS, replica, "KV blocks free, cached or blank", cache.free(), "blocks not in use", pool.free());
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
        auditCache(replica, requests);
        auditHost(replica, requests);
        auditTokens(replica, requests);
        auditShares(
                replica.spec().id(),
                replica.settleShares(),
                replica.counters(),
                replica.nowNanos(),
                replica.counters().prefillNanos(replica.nowNanos()));
    }

    /** Busy time is shared among requests without rest, with prompts in the iteration and without. */
    static void auditShares(String id, BusyShares shares, ReplicaCounters counters, long nowNanos, long prefillNanos) {
        long prompting = prefillNanos << BusyShares.UNIT_BITS;
        long plain = (counters.busyNanos(nowNanos) - prefillNanos) << BusyShares.UNIT_BITS;
        if (shares.plainUnits() != plain || shares.promptingUnits() != prompting) {
            throw new InvariantViolation(
                    SHARES,
                    nowNanos,
                    "Replica %s: of decodes %d units of time are shared among requests against %d; with prompts %d against %d."
                            .formatted(id, shares.plainUnits(), plain, shares.promptingUnits(), prompting));
        }
    }

    private static void auditBlocks(Replica replica, RequestTable requests) {
        RunningBatch batch = replica.batch();
        int[] contexts = batch.decodes().contexts();
        long contextTokens = 0;
        long held = 0;
        for (int i = 0; i < contexts.length; i++) {
            contextTokens += contexts[i];
            held += batch.pool().blocksOf(contexts[i])
                    - named(requests, batch.decodes().member(i));
        }
        for (int i = 0; i < batch.prefills().size(); i++) {
            int request = batch.prefills().member(i);
            held += batch.pool().blocksOf(requests.prefill(request)) - named(requests, request);
        }
        PrefixCache cache = batch.blocks().cacheIfAny();
        held += cache == null ? 0 : cache.held();
        requireEqual(BLOCKS, replica, "KV blocks in use", batch.pool().used(), "blocks held", held);
        requireEqual(BLOCKS, replica, "context", batch.decodes().contextTokens(), "contexts added up", contextTokens);
        if (!batch.pool().growsLike(contexts)) {
            throw violation(
                    BLOCKS, replica, "decodes by block residue", contexts.length, "their contexts", contextTokens);
        }
    }

    /** Blocks that a sequence shares, or may. */
    private static int named(RequestTable requests, int request) {
        PrefixChain chain = requests.chain(request);
        return chain == null ? 0 : chain.held();
    }

    /** Every cached block has as many holders as it says, and is free where it has none. */
    private static void auditCache(Replica replica, RequestTable requests) {
        RunningBatch batch = replica.batch();
        PrefixCache cache = batch.blocks().cacheIfAny();
        if (cache == null) {
            return;
        }
        int[] holders = new int[cache.numbers()];
        for (int i = 0; i < batch.decodes().size(); i++) {
            countHeld(requests.chain(batch.decodes().member(i)), holders);
        }
        for (int i = 0; i < batch.prefills().size(); i++) {
            countHeld(requests.chain(batch.prefills().member(i)), holders);
        }
        for (int block = 0; block < holders.length; block++) {
            requireEqual(BLOCKS, replica, "holders of a block", cache.holders(block), "sequences", holders[block]);
        }
        long shared = IntStream.of(holders).filter(count -> count > 0).count();
        requireEqual(BLOCKS, replica, "cached blocks in use", cache.held(), "blocks with holders", shared);
    }

    private static void auditHost(Replica replica, RequestTable requests) {
        RunningBatch batch = replica.batch();
        long kept = 0;
        for (int i = 0; i < batch.waiting().size(); i++) {
            kept += batch.pool().blocksOf(requests.hostTokens(batch.waiting().get(i)));
        }
        requireEqual(BLOCKS, replica, "host blocks in use", batch.host().used(), "blocks of who waits", kept);
        if (kept > batch.host().blocks()) {
            throw violation(
                    BLOCKS,
                    replica,
                    "host blocks in use",
                    kept,
                    "host blocks",
                    batch.host().blocks());
        }
    }

    private static void countHeld(@Nullable PrefixChain chain, int[] holders) {
        for (int place = 0; chain != null && place < chain.held(); place++) {
            holders[chain.block(place)]++;
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
            waitingTokens += requests.waitingPrefill(batch.waiting().get(i));
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
