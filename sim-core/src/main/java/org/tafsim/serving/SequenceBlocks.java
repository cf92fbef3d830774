package org.tafsim.serving;

import org.jspecify.annotations.Nullable;
import org.tafsim.model.PromptText;

/**
 * Which blocks of the pool the sequences hold: those with known text by name, so that others find them again, all else by
 * number. A replica that never saw a known text keeps no names at all.
 */
final class SequenceBlocks {
    private final RequestTable requests;
    private final KvPool pool;
    private final boolean isCaching;

    private @Nullable PrefixCache cache;
    private long chains;

    SequenceBlocks(RequestTable requests, KvPool pool, boolean isCaching) {
        this.requests = requests;
        this.pool = pool;
        this.isCaching = isCaching;
    }

    /** Learns what a request says. */
    void know(int request, PromptText text) {
        if (isCaching && text.size() > 0) {
            cache();
            long privateName = Long.MIN_VALUE + ++chains;
            requests.setChain(
                    request,
                    new PrefixChain(
                            text, requests.prompt(request), requests.output(request), pool.blockTokens(), privateName));
        }
    }

    private PrefixCache cache() {
        if (cache == null) {
            cache = new PrefixCache(pool.free());
        }
        return cache;
    }

    /** Whether there is room for a request's prefill, besides free blocks that are kept: these come first in turn. */
    boolean isRoomFor(int request, int keptBlocks) {
        int blocks = pool.blocksOf(requests.prefill(request));
        PrefixChain chain = requests.chain(request);
        if (chain != null) {
            cache().makeBlank(keptBlocks);
            blocks -= cache().search(chain, mostHits(request));
        }
        return blocks <= pool.free() - keptBlocks;
    }

    /** The last token of a prefill is computed in any case: its step gives the next one. */
    private int mostHits(int request) {
        return pool.fullBlocksOf(requests.prefill(request) - 1);
    }

    /**
     * Takes the blocks of a request's first tokens, at most its prefill, for which there {@linkplain #isRoomFor is room}.
     *
     * @return how many of them are in the cache already
     */
    int hold(int request, int tokens) {
        int blocks = pool.blocksOf(tokens);
        PrefixChain chain = requests.chain(request);
        if (chain == null) {
            take(blocks);
            return 0;
        }
        int freeBefore = cache().free();
        cache().share(chain);
        cache().take(blocks - chain.held());
        pool.take(freeBefore - cache().free());
        int brought = pool.fullBlocksOf(requests.takeBrought(request));
        cache().fill(chain, Math.min(brought, Math.min(blocks, mostHits(request))));
        return chain.held() * pool.blockTokens();
    }

    private void take(int blocks) {
        pool.take(blocks);
        if (cache != null) {
            cache.take(blocks);
        }
    }

    /** The first tokens of a request's context are computed, by the step being formed at the latest. */
    void fill(int request, int tokens) {
        PrefixChain chain = requests.chain(request);
        if (chain != null) {
            cache().fill(chain, pool.fullBlocksOf(tokens));
        }
    }

    /** Gives the blocks back that a request holds for a context. */
    void release(int request, int contextTokens) {
        int blocks = pool.blocksOf(contextTokens);
        PrefixChain chain = requests.chain(request);
        if (chain == null) {
            pool.giveBack(blocks);
            if (cache != null) {
                cache.addBlanks(blocks);
            }
            return;
        }
        int freeBefore = cache().free();
        cache().addBlanks(blocks - chain.held());
        cache().release(chain);
        pool.giveBack(cache().free() - freeBefore);
    }

    /** Lets every decode grow by so many tokens. */
    void grow(int steps) {
        int growth = pool.grow(steps);
        if (cache != null) {
            cache.take(growth);
        }
    }

    /** Forgets what was cached, when no sequence holds a block. */
    void forget() {
        if (cache != null) {
            cache.clear();
        }
    }

    /** Has so many blocks from now on, with nothing in them; no sequence holds one. */
    void resize(int newBlocks) {
        pool.resize(newBlocks);
        cache = null;
    }

    /** Notes what the cache saved a request at its first admission. */
    void countSearch(int request, int cachedTokens, ReplicaCounters counters) {
        PrefixChain chain = requests.chain(request);
        if (chain != null) {
            chain.setPromptHitTokens(cachedTokens);
            counters.countSearch(requests.prompt(request), cachedTokens);
        }
    }

    /** The cache; none where no known text was seen yet. */
    @Nullable
    PrefixCache cacheIfAny() {
        return cache;
    }
}
