package org.tafsim.model;

import java.util.List;

/**
 * A cell whose layer 1 runs on an accelerator.
 *
 * @param id unique at its site
 * @param carriers at least one, all of one numerology
 * @param downlinkSlots of every {@value #PATTERN_SLOTS} slots, the first of them; the others are uplink. FDD is not modeled
 * @param load of its resource blocks
 */
public record CellSpec(String id, List<Carrier> carriers, int downlinkSlots, RanLoad load) {

    /** Slots after which the order of downlink and uplink repeats: 5 ms at 30 kHz. */
    public static final int PATTERN_SLOTS = 10;

    /** Seven of ten, as DDDSU patterns have it. */
    public static final int USUAL_DOWNLINK_SLOTS = 7;

    /** Copies and checks. */
    public CellSpec {
        carriers = List.copyOf(carriers);
        String owner = "Cell " + Require.name(id, "A cell");
        if (carriers.isEmpty()) {
            throw new IllegalArgumentException("%s has no carrier.".formatted(owner));
        }
        for (Carrier carrier : carriers) {
            if (carrier.numerology() != carriers.get(0).numerology()) {
                throw new IllegalArgumentException("%s: its carriers must have one numerology, not %d and %d."
                        .formatted(owner, carriers.get(0).numerology(), carrier.numerology()));
            }
        }
        Require.within(downlinkSlots, 0, PATTERN_SLOTS, owner, "downlink slots of ten");
    }

    /** How long a slot lasts (ns). */
    public long slotNanos() {
        return carriers.get(0).slotNanos();
    }
}
