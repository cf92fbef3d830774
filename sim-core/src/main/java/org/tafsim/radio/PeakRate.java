package org.tafsim.radio;

import org.tafsim.model.TddFrame;

/**
 * The most that one carrier carries, in the form of TS 38.306, 4.1.2: N_PRB · 12 / T_symbol · layers · Q_m · R · (1 − OH), times the
 * share of symbols of the direction.
 *
 * @param resourceBlocks N_PRB, 273 for 100 MHz at 30 kHz
 * @param layers sent at once
 * @param bitsPerSymbol Q_m: 2 QPSK, 4 16QAM, 6 64QAM, 8 256QAM
 * @param codeRate R; 948/1024 at most
 * @param overhead OH, share of what is sent that is no data: 0.14 down and 0.08 up in FR1
 */
public record PeakRate(int resourceBlocks, int layers, int bitsPerSymbol, double codeRate, double overhead) {

    /** R_max. */
    public static final double HIGHEST_CODE_RATE = 948.0 / 1024;

    /** OH down, below 7 GHz. */
    public static final double DOWNLINK_OVERHEAD = 0.14;

    /** OH up, below 7 GHz. */
    public static final double UPLINK_OVERHEAD = 0.08;

    private static final int SUBCARRIERS = 12;
    private static final double SLOTS_PER_SECOND = 1e3;

    /** Checks. */
    public PeakRate {
        if (resourceBlocks < 1 || layers < 1 || bitsPerSymbol < 1) {
            throw new IllegalArgumentException(
                    "A carrier's resource blocks (%d), layers (%d) and bits in a symbol (%d) must be positive."
                            .formatted(resourceBlocks, layers, bitsPerSymbol));
        }
        if (!(codeRate > 0 && codeRate <= 1 && overhead >= 0 && overhead < 1)) {
            throw new IllegalArgumentException(
                    "A carrier's code rate (%s) must lie in (0, 1] and its overhead (%s) in [0, 1)."
                            .formatted(codeRate, overhead));
        }
    }

    /** Downlink of a carrier (bit/s). */
    public double downlinkBitsPerSecond(TddFrame frame) {
        return bitsPerSecond(frame) * frame.downlinkShare();
    }

    /** Uplink of a carrier (bit/s). */
    public double uplinkBitsPerSecond(TddFrame frame) {
        return bitsPerSecond(frame) * frame.uplinkShare();
    }

    private double bitsPerSecond(TddFrame frame) {
        double symbolsPerSecond = SLOTS_PER_SECOND * (1 << frame.numerology()) * TddFrame.SYMBOLS;
        return resourceBlocks * SUBCARRIERS * symbolsPerSecond * layers * bitsPerSymbol * codeRate * (1 - overhead);
    }
}
