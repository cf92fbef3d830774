package org.tafsim.radio;

/**
 * Channel quality indicators of TS 38.214, 5.2.2.1: modulation and code rate that user equipment asks for, and the SINR at which one
 * transmission in ten fails.
 *
 * <p>Thresholds are from memory of link simulations of table 1. Of table 2, a row that table 1 has too has its threshold, as has
 * the first 256QAM row, whose efficiency is that of table 1's last; beyond, the share of Shannon's bound stays what it is there.
 */
public final class CqiTable {

    /** Table 5.2.2.1-2, up to 64QAM. */
    public static final CqiTable UP_TO_64QAM = new CqiTable(
            new int[] {2, 2, 2, 2, 2, 2, 4, 4, 4, 6, 6, 6, 6, 6, 6},
            new int[] {78, 120, 193, 308, 449, 602, 378, 490, 616, 466, 567, 666, 772, 873, 948},
            new double[] {-6.7, -4.7, -2.3, 0.2, 2.4, 4.3, 5.9, 8.1, 10.3, 11.7, 14.1, 16.3, 18.7, 21.0, 22.7});

    /** Table 5.2.2.1-3, up to 256QAM. */
    public static final CqiTable UP_TO_256QAM = new CqiTable(
            new int[] {2, 2, 2, 4, 4, 4, 6, 6, 6, 6, 6, 8, 8, 8, 8},
            new int[] {78, 193, 449, 378, 490, 616, 466, 567, 666, 772, 873, 711, 797, 885, 948},
            new double[] {-6.7, -2.3, 2.4, 5.9, 8.1, 10.3, 11.7, 14.1, 16.3, 18.7, 21.0, 22.7, 25.5, 28.3, 30.3});

    /** Of both. */
    public static final int HIGHEST = 15;

    private static final double CODE_RATE_UNIT = 1024;

    private final int[] bitsPerSymbol;
    private final int[] codeRates;
    private final double[] leastSinrDb;

    private CqiTable(int[] bitsPerSymbol, int[] codeRates, double[] leastSinrDb) {
        this.bitsPerSymbol = bitsPerSymbol;
        this.codeRates = codeRates;
        this.leastSinrDb = leastSinrDb;
    }

    /** Q_m: bits in a symbol of one layer. */
    public int bitsPerSymbol(int cqi) {
        return bitsPerSymbol[row(cqi)];
    }

    /** R: data bits in a bit sent. */
    public double codeRate(int cqi) {
        return codeRates[row(cqi)] / CODE_RATE_UNIT;
    }

    /** Q_m · R (bit/s/Hz). */
    public double efficiency(int cqi) {
        return bitsPerSymbol(cqi) * codeRate(cqi);
    }

    /** SINR (dB) at which one first transmission in ten fails. */
    public double leastSinrDb(int cqi) {
        return leastSinrDb[row(cqi)];
    }

    /** The highest indicator that a SINR (dB) allows; 0 where it allows none, and nothing can be sent. */
    public int cqi(double sinrDb) {
        int cqi = 0;
        while (cqi < HIGHEST && sinrDb >= leastSinrDb[cqi]) {
            cqi++;
        }
        return cqi;
    }

    /** Efficiency at a SINR (bit/s/Hz), 0 where nothing can be sent. */
    public double efficiencyAt(double sinrDb) {
        int cqi = cqi(sinrDb);
        return cqi == 0 ? 0 : efficiency(cqi);
    }

    private static int row(int cqi) {
        if (cqi < 1 || cqi > HIGHEST) {
            throw new IllegalArgumentException("The CQI (%d) must lie between 1 and %d.".formatted(cqi, HIGHEST));
        }
        return cqi - 1;
    }
}
