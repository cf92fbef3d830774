package org.tafsim.radio;

/**
 * Efficiency as a share of Shannon's bound, cut at both ends (TR 36.942, annex A): 0 below the least SINR, else
 * min(most, share · log₂(1 + SINR)).
 *
 * @param share of the bound that is reached, in (0, 1]
 * @param mostBitsPerSecondHertz of the best modulation and code
 * @param leastSinrDb below it nothing can be sent (dB)
 */
public record TruncatedShannon(double share, double mostBitsPerSecondHertz, double leastSinrDb) {

    /** Down, up to 64QAM. */
    public static final TruncatedShannon DOWNLINK = new TruncatedShannon(0.6, 4.4, -10);

    /** Up, up to 16QAM. */
    public static final TruncatedShannon UPLINK = new TruncatedShannon(0.4, 2.0, -10);

    /** Efficiency of 256QAM at the highest code rate (bit/s/Hz). */
    public static final double MOST_OF_256QAM = 7.4;

    /** Checks. */
    public TruncatedShannon {
        if (!(share > 0 && share <= 1 && mostBitsPerSecondHertz > 0 && Double.isFinite(leastSinrDb))) {
            throw new IllegalArgumentException("""
                    The share of Shannon's bound (%s) must lie in (0, 1], the most (%s bit/s/Hz) be positive, the least SINR (%s dB) finite.""".formatted(share, mostBitsPerSecondHertz, leastSinrDb));
        }
    }

    /** Efficiency (bit/s/Hz). */
    public double efficiencyAt(double sinrDb) {
        if (sinrDb < leastSinrDb) {
            return 0;
        }
        double bound = StrictMath.log(1 + Decibels.ratio(sinrDb)) / StrictMath.log(2);
        return Math.min(mostBitsPerSecondHertz, share * bound);
    }
}
