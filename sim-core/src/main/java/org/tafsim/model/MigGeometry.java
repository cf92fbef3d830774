package org.tafsim.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a card can be cut into instances that share nothing (Multi-Instance GPU). Its memory lies in slices side by side; an
 * instance covers some of them from one of its starts, and takes compute slices wherever they are.
 *
 * @param cardId of the accelerator
 * @param computeSlices of the card
 * @param memorySlices of the card, at most 16
 * @param profiles sizes of instances, none twice, smallest first
 * @param source where the figures come from
 */
public record MigGeometry(
        String cardId, int computeSlices, int memorySlices, List<MigProfile> profiles, String source) {

    private static final int MOST_SLICES = 16;

    /** Copies and checks. */
    public MigGeometry {
        profiles = List.copyOf(profiles);
        String owner = "The MIG geometry of " + Require.name(cardId, "A MIG geometry");
        Require.positive(computeSlices, owner, "compute slices");
        Require.positive(memorySlices, owner, "memory slices");
        if (memorySlices > MOST_SLICES) {
            throw new IllegalArgumentException(
                    "%s: memory slices (%d) must not exceed %d.".formatted(owner, memorySlices, MOST_SLICES));
        }
        List<String> ids = new ArrayList<>();
        for (MigProfile profile : profiles) {
            requireFits(profile, computeSlices, memorySlices, owner);
            if (ids.contains(profile.id())) {
                throw new IllegalArgumentException("%s lists %s twice.".formatted(owner, profile));
            }
            ids.add(profile.id());
        }
    }

    private static void requireFits(MigProfile profile, int computeSlices, int memorySlices, String owner) {
        boolean isWithin = profile.computeSlices() <= computeSlices
                && profile.starts().stream()
                        .allMatch(start -> start >= 0 && start + profile.memorySlices() <= memorySlices);
        if (!isWithin) {
            throw new IllegalArgumentException("%s: %s (%d compute slices, %d memory slices from %s) leaves the card."
                    .formatted(owner, profile, profile.computeSlices(), profile.memorySlices(), profile.starts()));
        }
    }

    /** The profile of this id. */
    public Optional<MigProfile> find(String id) {
        return profiles.stream().filter(profile -> profile.id().equals(id)).findFirst();
    }
}
