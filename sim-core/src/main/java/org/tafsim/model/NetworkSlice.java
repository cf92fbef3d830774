package org.tafsim.model;

import java.util.OptionalInt;

/**
 * A slice of every cell, in the sense of TS 28.541: what the scheduler promises to transfers of one kind. Shares are of a cell's
 * resource blocks, in one direction; what a slice does not use goes to the others.
 *
 * @param id as applications name it
 * @param guaranteedShare at least so much while it has something to send, in [0, 1)
 * @param maximumShare never more, in (0, 1], not below the guaranteed share
 * @param isStrict whether it comes before all that are not
 * @param weight of each of its transfers against those of other slices, positive
 * @param mostTransfers at once in a cell and direction: further ones wait in line for it; no limit where empty
 */
public record NetworkSlice(
        String id,
        double guaranteedShare,
        double maximumShare,
        boolean isStrict,
        double weight,
        OptionalInt mostTransfers) {

    /** Id of the slice of what asks for none. */
    public static final String USUAL = "embb";

    /** Checks. */
    public NetworkSlice {
        Require.name(id, "Slice");
        String owner = "Slice " + id;
        Require.fraction(guaranteedShare, owner, "guaranteed share");
        Require.share(maximumShare, owner, "maximum share");
        if (guaranteedShare > maximumShare || guaranteedShare >= 1) {
            throw new IllegalArgumentException(
                    "%s: its guaranteed share (%s) must be below 1 and not above its maximum share (%s)."
                            .formatted(owner, guaranteedShare, maximumShare));
        }
        Require.positive(weight, owner, "weight");
        mostTransfers.ifPresent(most -> Require.positive(most, owner, "number of transfers at once"));
    }
}
