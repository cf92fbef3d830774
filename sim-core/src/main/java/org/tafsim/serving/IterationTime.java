package org.tafsim.serving;

import java.util.Locale;
import org.tafsim.model.Parallelism;
import org.tafsim.model.ReplicaSpec;

/**
 * Time of one iteration of a replica, in ticks: whole numbers that add exactly in any order and grouping, so that a
 * stretch of iterations has an exact closed form.
 *
 * <p>D = base[T] + head[S] + P · Σ n(2c + n) + C[B] · Σ x, for T tokens that pass a layer together, S sequences that emit one,
 * prefill chunks of n tokens on top of c cached, B decodes with contexts x. Each term is {@link StepEquations}' in double, rounded
 * up to a tick once; a tick is 2^-24 ns.
 *
 * <p>An iteration of a pipeline is a cycle of it: each of its batches, one for each stage, passes all stages, and every decode gets a
 * token. T counts the chunks and the decodes of one of these batches.
 */
public final class IterationTime {

    /** Ticks in a nanosecond, as a power of two. */
    static final int TICK_BITS = 24;

    /** No stretch may last longer (ticks): 275 s, half of what a {@code long} holds. */
    static final long MAX_TICKS = 1L << 62;

    private static final double TICKS_PER_SECOND = 1e9 * (1L << TICK_BITS);

    private final StepEquations equations;
    private final long[] baseTicks;
    private final long[] headTicks;
    private final long prefillUnitTicks;
    private final long contextTokenTicks;
    private final Parallelism parallelism;

    /** How many times as long everything takes, at least 1. */
    private final double stretch;

    private IterationTime(ReplicaSpec replica) {
        stretch = 1;
        parallelism = replica.parallelism();
        equations = new StepEquations(replica);
        baseTicks = new long[replica.limits().batchedTokens() + 1];
        headTicks = new long[replica.limits().sequences() + 1];
        prefillUnitTicks = ticksOf(equations.prefillUnitSeconds());
        contextTokenTicks = ticksOf(equations.contextTokenSeconds());
    }

    private IterationTime(IterationTime whole, double stretch) {
        this.stretch = stretch;
        equations = whole.equations;
        baseTicks = whole.baseTicks;
        headTicks = whole.headTicks;
        prefillUnitTicks = whole.prefillUnitTicks;
        contextTokenTicks = whole.contextTokenTicks;
        parallelism = whole.parallelism;
    }

    /**
     * The same on accelerators that are there for a share of the time only, in turns with others: each term is stretched and rounded
     * up by itself, so that a stretch of iterations still has its closed form.
     *
     * @param share in (0, 1]
     */
    IterationTime inTurns(double share) {
        return share == 1 ? this : new IterationTime(this, 1 / share);
    }

    /**
     * The iteration time of a replica.
     *
     * @throws IllegalArgumentException when its model does not fit, or when one iteration could take longer than 275 s
     */
    public static IterationTime of(ReplicaSpec replica) {
        IterationTime time = new IterationTime(replica);
        time.requireRepresentable(replica);
        return time;
    }

    private void requireRepresentable(ReplicaSpec replica) {
        int tokens = replica.limits().batchedTokens();
        double units = tokens * (2.0 * replica.model().contextTokens());
        double contexts =
                (double) KvCapacity.of(replica).blocks() * replica.limits().blockTokens();
        double seconds = equations.baseSeconds(tokens)
                + equations.headSeconds(replica.limits().sequences())
                + units * equations.prefillUnitSeconds()
                + contexts * equations.contextTokenSeconds();
        if (!(seconds * TICKS_PER_SECOND < 0.99 * MAX_TICKS)) { // also catches NaN
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "Replica %s: its longest iteration (%.0f s) must last less than 272 s. "
                            + "Maybe a peak of accelerator %s is in the wrong unit: peaks are in FLOP/s and bytes/s.",
                    replica.id(),
                    seconds,
                    replica.accelerator().id()));
        }
    }

    /**
     * Time of one iteration (s).
     *
     * @param decodes sequences that decode, at most the limit
     * @param chunkTokens tokens of the prefill chunks; with the decodes, at most the token budget
     * @param ending prefills that emit a token; with the decodes, at most the limit
     * @param attentionUnits Σ n(2c + n) over the prefill chunks
     * @param contextTokens Σ x over the decodes, each counted with the token it adds
     */
    public double seconds(int decodes, int chunkTokens, int ending, long attentionUnits, long contextTokens) {
        return ticks(decodes, chunkTokens, ending, attentionUnits, contextTokens) / TICKS_PER_SECOND;
    }

    long ticks(int decodes, int chunkTokens, int ending, long attentionUnits, long contextTokens) {
        return base(together(decodes, chunkTokens))
                + head(decodes + ending)
                + stretched(prefillUnitTicks) * attentionUnits
                + contextTokenTicks(decodes) * contextTokens;
    }

    private long stretched(long ticks) {
        return stretch == 1 ? ticks : (long) Math.ceil(ticks * stretch);
    }

    /** Tokens that pass a layer together. */
    private int together(int decodes, int chunkTokens) {
        return chunkTokens + parallelism.microBatch(decodes);
    }

    /** What a token of context costs: batches of a pipeline read their caches at the same time, one for each stage. */
    long contextTokenTicks(int decodes) {
        int together = parallelism.microBatch(decodes);
        long ticks = stretched(contextTokenTicks);
        return together == decodes ? ticks : (ticks * together + decodes - 1) / decodes;
    }

    /**
     * Time to prefill tokens in as many steps as the budget asks for (s), while a batch goes on decoding.
     *
     * @param tokens to prefill, all prompts together
     * @param attentionUnits Σ n(2c + n) over those prompts
     * @param decodes sequences that decode meanwhile, at most the limit
     * @param contextTokens Σ x of those, taken as constant
     */
    public double prefillSeconds(long tokens, double attentionUnits, int decodes, long contextTokens) {
        int budget = baseTicks.length - 1;
        int chunk = Math.max(1, budget - decodes);
        long fullSteps = tokens / chunk;
        int rest = (int) (tokens % chunk);
        double perStep = head(decodes) + (double) contextTokenTicks(decodes) * contextTokens;
        int full = Math.min(budget, together(decodes, chunk));
        double ticks = fullSteps * (base(full) + perStep) + stretched(prefillUnitTicks) * attentionUnits;
        if (rest > 0) {
            ticks += base(together(decodes, rest)) + perStep;
        }
        return ticks / TICKS_PER_SECOND;
    }

    /**
     * Time of iterations in which nothing but decode happens (s).
     *
     * @param steps how many
     * @param decodes sequences, at most the limit
     * @param contextTokens Σ x in the first of them; each sequence is one token longer in every next one
     */
    public double decodeSeconds(long steps, int decodes, long contextTokens) {
        double growth = (double) contextTokenTicks(decodes) * decodes * (0.5 * steps * (steps - 1));
        return (steps * (double) ticks(decodes, 0, 0, 0, contextTokens) + growth) / TICKS_PER_SECOND;
    }

    private long base(int tokens) {
        long ticks = baseTicks[tokens];
        if (ticks == 0 && tokens > 0) {
            ticks = ticksOf(equations.baseSeconds(tokens));
            baseTicks[tokens] = ticks;
        }
        return stretched(ticks);
    }

    private long head(int sequences) {
        long ticks = headTicks[sequences];
        if (ticks == 0 && sequences > 0) {
            ticks = ticksOf(equations.headSeconds(sequences));
            headTicks[sequences] = ticks;
        }
        return stretched(ticks);
    }

    private static long ticksOf(double seconds) {
        return (long) Math.ceil(seconds * TICKS_PER_SECOND);
    }
}
