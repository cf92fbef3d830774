package org.tafsim.serving;

import java.util.Locale;
import org.tafsim.model.ReplicaSpec;

/**
 * Time of one iteration of a replica, in ticks: whole numbers that add exactly in any order and grouping, so that a
 * stretch of iterations has an exact closed form.
 *
 * <p>D = base[T] + head[S] + P · Σ n(2c + n) + C · Σ x, for T tokens in the step, S sequences that emit one, prefill chunks of
 * n tokens on top of c cached, decodes with contexts x. Each term is {@link StepEquations}' in double, rounded up to a tick
 * once; a tick is 2^-24 ns.
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

    private IterationTime(ReplicaSpec replica) {
        equations = new StepEquations(replica);
        baseTicks = new long[replica.limits().batchedTokens() + 1];
        headTicks = new long[replica.limits().sequences() + 1];
        prefillUnitTicks = ticksOf(equations.prefillUnitSeconds());
        contextTokenTicks = ticksOf(equations.contextTokenSeconds());
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
     * @param tokens in the step, at most the token budget
     * @param sequences that emit a token, at most the limit
     * @param attentionUnits Σ n(2c + n) over the prefill chunks
     * @param contextTokens Σ x over the decodes, each counted with the token it adds
     */
    public double seconds(int tokens, int sequences, long attentionUnits, long contextTokens) {
        return ticks(tokens, sequences, attentionUnits, contextTokens) / TICKS_PER_SECOND;
    }

    long ticks(int tokens, int sequences, long attentionUnits, long contextTokens) {
        return base(tokens) + head(sequences) + prefillUnitTicks * attentionUnits + contextTokenTicks * contextTokens;
    }

    long contextTokenTicks() {
        return contextTokenTicks;
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
        double perStep = head(decodes) + (double) contextTokenTicks * contextTokens;
        double ticks =
                fullSteps * (base(Math.min(budget, decodes + chunk)) + perStep) + prefillUnitTicks * attentionUnits;
        if (rest > 0) {
            ticks += base(decodes + rest) + perStep;
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
        double growth = (double) contextTokenTicks * decodes * (0.5 * steps * (steps - 1));
        return (steps * (double) ticks(decodes, decodes, 0, contextTokens) + growth) / TICKS_PER_SECOND;
    }

    private long base(int tokens) {
        long ticks = baseTicks[tokens];
        if (ticks == 0 && tokens > 0) {
            ticks = ticksOf(equations.baseSeconds(tokens));
            baseTicks[tokens] = ticks;
        }
        return ticks;
    }

    private long head(int sequences) {
        long ticks = headTicks[sequences];
        if (ticks == 0 && sequences > 0) {
            ticks = ticksOf(equations.headSeconds(sequences));
            headTicks[sequences] = ticks;
        }
        return ticks;
    }

    private static long ticksOf(double seconds) {
        return (long) Math.ceil(seconds * TICKS_PER_SECOND);
    }
}
