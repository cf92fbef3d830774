package org.tafsim.engine;

import java.util.Arrays;

/**
 * The replicas that contracts leave to requests of one row, by which contracts have room. Those worked out last are kept, so that a
 * contract which is full at one moment and has room at the next costs a look.
 */
final class ContractCandidates {

    private static final int KEPT = 8;
    private static final int[] NONE = {};

    private final ContractRow row;
    private final Placement placement;
    private final long[] keys = new long[KEPT];
    private final int[][] values = new int[KEPT][];
    private int[] open = NONE;
    private int next;

    ContractCandidates(ContractRow row, Placement placement) {
        this.row = row;
        this.placement = placement;
    }

    /**
     * Those among some replicas.
     *
     * @param replicas lawful and open; known again as long as it is the same array
     * @param bits of the contracts that have room
     * @return not to be changed
     */
    int[] of(int[] replicas, long bits) {
        if (replicas != open) {
            open = replicas;
            Arrays.fill(values, null);
        }
        for (int i = 0; i < KEPT; i++) {
            if (values[i] != null && keys[i] == bits) {
                return values[i];
            }
        }
        int[] left = Arrays.stream(replicas)
                .filter(replica -> (row.at(placement.siteOf(replica)) & bits) != 0)
                .toArray();
        keys[next] = bits;
        values[next] = left;
        next = (next + 1) % KEPT;
        return left;
    }
}
