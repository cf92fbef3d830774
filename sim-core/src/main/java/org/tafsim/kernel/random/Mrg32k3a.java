package org.tafsim.kernel.random;

import umontreal.ssj.rng.RandomStream;

/**
 * The combined multiple recursive generator MRG32k3a, period about 2^191, as a stream of SSJ's kind: the same numbers as
 * SSJ's class of this name, in {@code long} arithmetic, thrice as fast, and without its static seed.
 *
 * <p>Source: P. L'Ecuyer, "Good parameters and implementations for combined multiple recursive random number generators",
 * Operations Research 47(1), 1999; streams and substreams after L'Ecuyer, Simard, Chen and Kelton, Operations Research
 * 50(6), 2002. Made by {@link RandomStreams}. Not thread safe.
 */
public final class Mrg32k3a implements RandomStream {
    static final long MODULUS_1 = 4294967087L;
    static final long MODULUS_2 = 4294944443L;
    static final int STATE_SIZE = 6;

    private static final long A12 = 1403580;
    private static final long A13_NEGATED = 810728;
    private static final long A21 = 527612;
    private static final long A23_NEGATED = 1370589;

    /** 1 / (MODULUS_1 + 1): keeps draws off 0 and 1. */
    private static final double NORM = 2.328306549295728e-10;

    private final String name;
    private final double offset;
    private final double sign;
    private final long[] streamStart;
    private final long[] substreamStart;
    private long x0;
    private long x1;
    private long x2;
    private long y0;
    private long y1;
    private long y2;

    /**
     * A stream that begins at a state.
     *
     * @param state three residues modulo {@link #MODULUS_1} and three modulo {@link #MODULUS_2}, neither all 0
     */
    Mrg32k3a(String name, long[] state) {
        this(name, state, false);
    }

    /** The same, or where mirrored the antithetic stream, whose draws are 1 minus those. */
    Mrg32k3a(String name, long[] state, boolean isMirrored) {
        this.name = name;
        offset = isMirrored ? 1 : 0;
        sign = isMirrored ? -1 : 1;
        streamStart = state.clone();
        substreamStart = state.clone();
        resetStartSubstream();
    }

    /** The next draw, in (0, 1) strictly; a multiple of about 2^-32. */
    @Override
    public double nextDouble() {
        // A multiple of the modulus keeps the dividend positive and below 2^53.
        long x = (A12 * x1 - A13_NEGATED * x0 + A13_NEGATED * MODULUS_1) % MODULUS_1;
        x0 = x1;
        x1 = x2;
        x2 = x;
        long y = (A21 * y2 - A23_NEGATED * y0 + A23_NEGATED * MODULUS_2) % MODULUS_2;
        y0 = y1;
        y1 = y2;
        y2 = y;
        return offset + sign * ((x > y ? x - y : x - y + MODULUS_1) * NORM);
    }

    @Override
    public void nextArrayOfDouble(double[] values, int start, int count) {
        for (int i = start; i < start + count; i++) {
            values[i] = nextDouble();
        }
    }

    /** The next integer in [least, greatest], by inversion of one draw. */
    @Override
    public int nextInt(int least, int greatest) {
        return least + (int) (nextDouble() * (greatest - least + 1.0));
    }

    @Override
    public void nextArrayOfInt(int least, int greatest, int[] values, int start, int count) {
        for (int i = start; i < start + count; i++) {
            values[i] = nextInt(least, greatest);
        }
    }

    @Override
    public void resetStartStream() {
        System.arraycopy(streamStart, 0, substreamStart, 0, STATE_SIZE);
        resetStartSubstream();
    }

    @Override
    public void resetStartSubstream() {
        x0 = substreamStart[0];
        x1 = substreamStart[1];
        x2 = substreamStart[2];
        y0 = substreamStart[3];
        y1 = substreamStart[4];
        y2 = substreamStart[5];
    }

    /** Jumps 2^76 draws ahead of the start of this substream; from {@link RandomStreams}: to the next replication's draws. */
    @Override
    public void resetNextSubstream() {
        Mrg32k3aJumps.advanceSubstreams(substreamStart, 1);
        resetStartSubstream();
    }

    @Override
    public String toString() {
        return "%s: MRG32k3a at (%d, %d, %d, %d, %d, %d)".formatted(name, x0, x1, x2, y0, y1, y2);
    }
}
