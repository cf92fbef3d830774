package org.tafsim.kernel.random;

/** Jumps of MRG32k3a's state: to stream n (n · 2^127 draws ahead) and to substream n (n · 2^76 draws ahead). */
final class Mrg32k3aJumps {
    private static final int SUBSTREAM_EXPONENT = 76;
    private static final int STREAM_EXPONENT = 127;

    private static final ModularMatrix STEP_1 =
            new ModularMatrix(Mrg32k3a.MODULUS_1, 0, 1, 0, 0, 0, 1, -810728, 1403580, 0);
    private static final ModularMatrix STEP_2 =
            new ModularMatrix(Mrg32k3a.MODULUS_2, 0, 1, 0, 0, 0, 1, -1370589, 0, 527612);

    /** Entry i jumps 2^i streams ahead: the 2^64 streams that fit into the period of 2^191. */
    private static final ModularMatrix[] STREAMS_1 = powers(STEP_1, STREAM_EXPONENT, Long.SIZE);

    private static final ModularMatrix[] STREAMS_2 = powers(STEP_2, STREAM_EXPONENT, Long.SIZE);

    /** Entry i jumps 2^i substreams ahead. */
    private static final ModularMatrix[] SUBSTREAMS_1 = powers(STEP_1, SUBSTREAM_EXPONENT, Integer.SIZE);

    private static final ModularMatrix[] SUBSTREAMS_2 = powers(STEP_2, SUBSTREAM_EXPONENT, Integer.SIZE);

    private Mrg32k3aJumps() {}

    /** Advances a state by a number of streams, read as unsigned. */
    static void advanceStreams(long[] state, long streams) {
        advance(state, streams, STREAMS_1, STREAMS_2);
    }

    /** Advances a state by a number of substreams, at least 0. */
    static void advanceSubstreams(long[] state, int substreams) {
        advance(state, substreams, SUBSTREAMS_1, SUBSTREAMS_2);
    }

    private static void advance(long[] state, long count, ModularMatrix[] powers1, ModularMatrix[] powers2) {
        for (long bits = count; bits != 0; bits &= bits - 1) {
            int bit = Long.numberOfTrailingZeros(bits);
            powers1[bit].applyTo(state, 0);
            powers2[bit].applyTo(state, 3);
        }
    }

    private static ModularMatrix[] powers(ModularMatrix step, int exponent, int count) {
        ModularMatrix[] powers = new ModularMatrix[count];
        powers[0] = step.squaredTimes(exponent);
        for (int i = 1; i < count; i++) {
            powers[i] = powers[i - 1].squared();
        }
        return powers;
    }
}
