package org.tafsim.sovereignty;

/**
 * Data that came to rest over a stretch of time and are each kept equally long.
 *
 * @param bytes Σ b
 * @param byteSeconds Σ b·t, t being when each came (s since the start of the run)
 * @param keepSeconds how long each is kept (s)
 * @param middleSeconds an instant of the stretch (s)
 */
record Retained(double bytes, double byteSeconds, double keepSeconds, double middleSeconds) {

    /**
     * ∫ bytes at rest dt over a window, exactly: Σ b · |[t, t + keep] ∩ [from, to]|. Over a stretch in which neither end of the
     * intersection changes sides the sum is linear in Σ b and Σ b·t.
     *
     * @param from begin of the window (s); no t of the stretch lies on one side of it and another on the other, nor does t + keep
     * @param to end of the window (s), likewise
     * @return byte-seconds
     */
    double within(double from, double to) {
        boolean comesInside = middleSeconds > from;
        boolean leavesInside = middleSeconds + keepSeconds < to;
        double begin = comesInside ? middleSeconds : from;
        double end = leavesInside ? middleSeconds + keepSeconds : to;
        if (end <= begin) {
            return 0;
        }
        double beginSum = comesInside ? byteSeconds : from * bytes;
        double endSum = leavesInside ? byteSeconds + keepSeconds * bytes : to * bytes;
        return endSum - beginSum;
    }

    /** Bytes at rest at an instant (s), which is not between two t of the stretch, nor between two t + keep. */
    double at(double instant) {
        return middleSeconds <= instant && instant < middleSeconds + keepSeconds ? bytes : 0;
    }
}
