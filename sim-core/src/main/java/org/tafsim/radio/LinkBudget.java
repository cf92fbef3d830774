package org.tafsim.radio;

/** Powers at a receiver, in dBm. */
public final class LinkBudget {
    private static final double THERMAL_DBM_PER_HERTZ = -174; // 290 K

    private LinkBudget() {}

    /**
     * Thermal noise and the receiver's own: −174 dBm/Hz + 10 log B + NF.
     *
     * @param bandwidthHertz positive
     * @param noiseFigureDb of the receiver
     */
    public static double noiseDbm(double bandwidthHertz, double noiseFigureDb) {
        if (!(bandwidthHertz > 0)) {
            throw new IllegalArgumentException("The bandwidth (%s Hz) must be positive.".formatted(bandwidthHertz));
        }
        return THERMAL_DBM_PER_HERTZ + Decibels.of(bandwidthHertz) + noiseFigureDb;
    }

    /**
     * Signal over noise and interference (dB), where a neighbour disturbs for the share of its blocks that is in use: P / (N + Σ load · P_j).
     *
     * @param receivedDbm of all cells
     * @param serving which of them is the signal
     * @param neighbourLoad of the others, in [0, 1]
     */
    public static double sinrDb(double[] receivedDbm, int serving, double neighbourLoad, double noiseDbm) {
        double others = Decibels.ratio(noiseDbm);
        for (int cell = 0; cell < receivedDbm.length; cell++) {
            if (cell != serving) {
                others += neighbourLoad * Decibels.ratio(receivedDbm[cell]);
            }
        }
        return receivedDbm[serving] - Decibels.of(others);
    }
}
