package org.tafsim.model;

/**
 * A carrier of a cell.
 *
 * @param prbs physical resource blocks in a slot, 1 to 275
 * @param numerology μ of 3GPP TS 38.211, 0 to 4: the spacing is 15 · 2^μ kHz, a slot lasts 1 ms / 2^μ
 * @param downlinkLayers sent at once to all users together, 1 to 64
 * @param uplinkLayers received at once, 1 to 64
 */
public record Carrier(int prbs, int numerology, int downlinkLayers, int uplinkLayers) {

    /** 100 MHz at 30 kHz with four antennas each way, of which uplink uses two layers: what data sheets call 4T4R. */
    public static final Carrier MID_BAND_4T4R = new Carrier(273, 1, 4, 2);

    private static final int MOST_PRBS = 275;
    private static final int MOST_LAYERS = 64;
    private static final int HIGHEST_NUMEROLOGY = 4;
    private static final long LONGEST_SLOT_NANOS = 1_000_000;

    /** Checks. */
    public Carrier {
        Require.within(prbs, 1, MOST_PRBS, "A carrier", "resource blocks");
        Require.within(numerology, 0, HIGHEST_NUMEROLOGY, "A carrier", "numerology");
        Require.within(downlinkLayers, 1, MOST_LAYERS, "A carrier", "downlink layers");
        Require.within(uplinkLayers, 1, MOST_LAYERS, "A carrier", "uplink layers");
    }

    /** How long a slot lasts (ns). */
    public long slotNanos() {
        return LONGEST_SLOT_NANOS >> numerology;
    }
}
