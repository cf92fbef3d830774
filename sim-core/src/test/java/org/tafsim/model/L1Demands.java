package org.tafsim.model;

/**
 * For tests, layer 1 on accelerators whose maker says how many cells they serve. [S]: read in the release notes of NVIDIA Aerial; that such a
 * number of cells takes just one slot of the card is an assumption [A]: {@code docs/model/ran.md}.
 */
public final class L1Demands {
    private static final double SLOT_SECONDS = 0.5e-3;

    /** Of one cell at full load on Grace Hopper: 270 resource blocks on four layers. */
    private static final double GH200_PEAK_UNITS = 270 * 4;

    private static final double GH200_PEAK_CELLS = 20;

    /** 4 cells of 252 resource blocks on four layers, or 8 of 132 on two. */
    public static final L1Demand A100 =
            L1Demand.ofCapacity("A100-80-PCIe", SLOT_SECONDS, 4, 252 * 4, 8, 132 * 2, "[S] Aerial SDK 22-4; [A]");

    /** 8 and 16 of them. */
    public static final L1Demand A100X = A100.fasterBy(2, "A100X", "[S] twice the cells (A100X-Next, Aerial SDK 23-1)");

    /** 20 cells at full load; an empty slot takes the same part of that as on an A100 [A]. */
    public static final L1Demand GH200 = A100.fasterBy(
            A100.downlinkSeconds(GH200_PEAK_UNITS) * GH200_PEAK_CELLS / SLOT_SECONDS,
            "GH200",
            "[S] 20 cells at full load (Aerial, multicell capacity); [A]");

    private L1Demands() {}
}
