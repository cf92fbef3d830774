package org.tafsim.model;

import java.util.List;

/**
 * A size of instance that a card can be cut into.
 *
 * @param id e.g. {@code 1g.10gb}
 * @param computeSlices of the card's that it takes, at least 1
 * @param memorySlices that it takes side by side, at least 1
 * @param starts memory slices on which it may begin, from 0, rising
 * @param most instances of it on one card
 * @param computeShare of the card's multiprocessors, in (0, 1]
 * @param memoryShare of the card's capacity, in (0, 1]
 */
public record MigProfile(
        String id,
        int computeSlices,
        int memorySlices,
        List<Integer> starts,
        int most,
        double computeShare,
        double memoryShare) {

    /** Copies and checks. */
    public MigProfile {
        starts = List.copyOf(starts);
        String owner = "MIG profile " + Require.name(id, "A MIG profile");
        Require.positive(computeSlices, owner, "compute slices");
        Require.positive(memorySlices, owner, "memory slices");
        Require.positive(most, owner, "most instances");
        Require.share(computeShare, owner, "compute share");
        Require.share(memoryShare, owner, "memory share");
        if (starts.isEmpty()) {
            throw new IllegalArgumentException("%s has no start. Maybe it begins at 0.".formatted(owner));
        }
    }

    /** The memory slices it covers when it begins there, one bit each. */
    int covers(int start) {
        return ((1 << memorySlices) - 1) << start;
    }

    @Override
    public String toString() {
        return id;
    }
}
