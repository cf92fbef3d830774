package org.tafsim.serving;

import org.tafsim.model.ReplicaSpec;

/**
 * Of a replica that batches continuously. Terms of a step never fall when tokens, sequences or contexts grow, so a step lasts at least
 * what it would for one of its requests alone. Its time is split: β for each token that passes the layers, P for each unit of prefill
 * attention, C for each token of context read, η for each sequence that emits a token, and the rest, φ, evenly among the most sequences
 * there can be, or among the blocks of the pool, whichever gives a typical request more.
 */
final class LeastDecodeTime implements LeastTime {
    private static final double TICKS_PER_NANO = 1L << IterationTime.TICK_BITS;
    private static final double TICKS_PER_SECOND = 1e9 * TICKS_PER_NANO;

    /** What sums of doubles may be wrong by. */
    private static final double SAFE = 1 - 1e-11;

    private final ReplicaSpec spec;
    private final LeastSteps steps;
    private final int blocks;
    private final double prefillUnit;
    private final double contextToken;
    private final double headTicks;
    private final double headShare;
    private final StepLine line;
    private final boolean isSplitByBlocks;

    LeastDecodeTime(ReplicaSpec spec, int typicalInput, int typicalOutput) {
        this.spec = spec;
        IterationTime time = IterationTime.of(spec);
        steps = new LeastSteps(time, spec.limits().batchedTokens());
        blocks = KvCapacity.of(spec).blocks();
        prefillUnit = time.ticks(0, 0, 0, 1, 0);
        double context = Double.MAX_VALUE;
        double head = Double.MAX_VALUE;
        double share = Double.MAX_VALUE;
        for (int sequences = 1; sequences <= spec.limits().sequences(); sequences++) {
            double ticks = time.ticks(0, 0, sequences, 0, 0);
            context = Math.min(context, (double) time.contextTokenTicks(sequences));
            head = Math.min(head, ticks);
            share = Math.min(share, ticks / sequences);
        }
        contextToken = context;
        headTicks = head;
        headShare = share;
        StepLine best = steps.lines().get(0);
        boolean byBlocks = false;
        double most = -1;
        for (StepLine candidate : steps.lines()) {
            for (boolean split : new boolean[] {false, true}) {
                double work = emissions(candidate, split, typicalInput, typicalOutput)
                        + candidate.tokenTicks() * (typicalInput + typicalOutput);
                if (work > most) {
                    best = candidate;
                    byBlocks = split;
                    most = work;
                }
            }
        }
        line = best;
        isSplitByBlocks = byBlocks;
    }

    @Override
    public boolean canEverFit(int input, int output) {
        long tokens = (long) input + output;
        return tokens <= spec.limits().rules().contextOf(spec.model()) && blocksOf(tokens) <= blocks;
    }

    private long blocksOf(long tokens) {
        int size = spec.limits().blockTokens();
        return (tokens + size - 1) / size;
    }

    @Override
    public long firstNanos(int input, boolean isKnown) {
        double ticks = steps.prefillTicks(isKnown ? 1 : input) + prefillUnit * units(input, isKnown) + headTicks;
        return Math.max(
                0, (long) (ticks * SAFE / TICKS_PER_NANO) - 1); // it may join a step that began in this nanosecond
    }

    @Override
    public long laterNanos(int input, int tokens, boolean isKnown) {
        double ticks = tokens * (steps.prefillTicks(1) + headTicks) + contexts(input, tokens, isKnown);
        return (long) (ticks * SAFE / TICKS_PER_NANO);
    }

    @Override
    public double firstWorkSeconds(int input, boolean isKnown) {
        double ticks = line.tokenTicks() * (isKnown ? 1 : input)
                + prefillUnit * units(input, isKnown)
                + headShare
                + (isKnown ? unknowing(1) : emissions(line, isSplitByBlocks, input, 1));
        return ticks * SAFE / TICKS_PER_SECOND;
    }

    @Override
    public double laterWorkSeconds(int input, int tokens, boolean isKnown) {
        double fixed = isKnown
                ? unknowing(tokens)
                : emissions(line, isSplitByBlocks, input, tokens + 1) - emissions(line, isSplitByBlocks, input, 1);
        double ticks = tokens * (line.tokenTicks() / spec.parallelism().pipeline() + headShare)
                + contexts(input, tokens, isKnown)
                + fixed;
        return Math.max(0, ticks * SAFE / TICKS_PER_SECOND);
    }

    private static double units(int input, boolean isKnown) {
        return isKnown ? 2.0 * input - 1 : (double) input * input;
    }

    /** Those of known text share blocks, so that only their number bounds them. */
    private double unknowing(int tokens) {
        return isSplitByBlocks ? 0 : tokens * line.fixedTicks() / spec.limits().sequences();
    }

    /** Parts of φ for tokens emitted at contexts from the input's on. */
    private double emissions(StepLine of, boolean byBlocks, int input, int tokens) {
        if (!byBlocks) {
            return tokens * of.fixedTicks() / spec.limits().sequences();
        }
        return of.fixedTicks() * blocksOver(input, tokens) / blocks;
    }

    /** Σ ⌈x / block⌉ for x from the input's tokens on. */
    private double blocksOver(int input, int tokens) {
        return blocksUpTo(input + tokens - 1.0) - blocksUpTo(input - 1.0);
    }

    private double blocksUpTo(double tokens) {
        double size = spec.limits().blockTokens();
        double full = Math.floor(tokens / size);
        return size * full * (full + 1) / 2 + (tokens - size * full) * (full + 1);
    }

    /**
     * Σ C·x over the contexts of later tokens, less where a sequence that has lost its blocks could emit them for less by a prefill: P·x²
     * anew, or P·(2x − 1) with all but one token cached or brought back.
     */
    private double contexts(int input, int tokens, boolean isKnown) {
        double sum = sumOver(input + 1.0, tokens);
        boolean isCheap = isKnown || spec.limits().rules().swap().isPresent();
        if (isCheap) {
            return Math.min(contextToken, 2 * prefillUnit) * sum - prefillUnit * tokens;
        }
        long cheapUntil = prefillUnit == 0 ? Long.MAX_VALUE : (long) (contextToken / prefillUnit);
        int cheap = (int) Math.max(0, Math.min(tokens, cheapUntil - input));
        return prefillUnit * squaresOver(input + 1.0, cheap)
                + contextToken * sumOver(input + 1.0 + cheap, tokens - cheap);
    }

    /** Sum of so many numbers from the first on. */
    private static double sumOver(double first, double count) {
        return count * first + count * (count - 1) / 2;
    }

    private static double squaresOver(double first, double count) {
        return squaresUpTo(first + count - 1) - squaresUpTo(first - 1);
    }

    private static double squaresUpTo(double last) {
        return last * (last + 1) * (2 * last + 1) / 6;
    }
}
