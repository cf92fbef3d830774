package org.tafsim.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Layer 1 of the cells of a site on a card, or a pool of cards, that AI shares.
 *
 * @param siteId where
 * @param cells at least one; all of one slot length and one order of downlink and uplink, as synchronised TDD has it
 * @param demand of a carrier on the whole card
 * @param deadlineNanos by when a slot must be done, from its own begin; at least a slot
 * @param sharing with AI
 * @param isolation of both
 * @param reservation share of the card, or of the pool, that RAN always has, in [0, 1]
 * @param control who decides on shares, and how often
 * @param replicaIds replicas of the site that run on the card; of a pool one for each card, in the order in which RAN leaves cards to
 *     them. What they lose to RAN they lose all at once
 */
public record RanSpec(
        String siteId,
        List<CellSpec> cells,
        L1Demand demand,
        long deadlineNanos,
        RanSharing sharing,
        Isolation isolation,
        double reservation,
        RanControl control,
        List<String> replicaIds) {

    /** Layer 1 on bare metal beside AI that is not a replica of the scenario, with the usual control. */
    public RanSpec(
            String siteId,
            List<CellSpec> cells,
            L1Demand demand,
            long deadlineNanos,
            RanSharing sharing,
            double reservation,
            long intervalNanos) {
        this(
                siteId,
                cells,
                demand,
                deadlineNanos,
                sharing,
                Isolation.BARE_METAL,
                reservation,
                new RanControl(intervalNanos, RanControl.USUAL_MISS_TARGET, HarvestSpec.usual(intervalNanos)),
                List.of());
    }

    /** Copies and checks. */
    public RanSpec {
        cells = List.copyOf(cells);
        replicaIds = List.copyOf(replicaIds);
        String owner = "RAN of site " + Require.name(siteId, "The site of a RAN");
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("%s has no cell.".formatted(owner));
        }
        CellSpec first = cells.get(0);
        for (CellSpec cell : cells) {
            if (cell.slotNanos() != first.slotNanos() || cell.downlinkSlots() != first.downlinkSlots()) {
                throw new IllegalArgumentException(
                        "%s: cells on one card must have one slot length and one share of downlink, as %s and %s have not."
                                .formatted(owner, first.id(), cell.id()));
            }
        }
        if (cells.stream().map(CellSpec::id).distinct().count() < cells.size()) {
            throw new IllegalArgumentException("%s: its cells must have different ids.".formatted(owner));
        }
        if (deadlineNanos < first.slotNanos()) {
            throw new IllegalArgumentException("%s: the deadline (%d ns) must be at least a slot (%d ns)."
                    .formatted(owner, deadlineNanos, first.slotNanos()));
        }
        Require.fraction(reservation, owner, "reservation");
        if (sharing instanceof RanSharing.Pooled pool && replicaIds.size() > pool.cards()) {
            throw new IllegalArgumentException("%s: a pool of %d cards has no room for %d replicas, one on each."
                    .formatted(owner, pool.cards(), replicaIds.size()));
        }
    }

    /** The same on so many cards taken as one. */
    public RanSpec onCards(int cards) {
        L1Demand together = demand.fasterBy(cards, cards + " x " + demand.acceleratorId(), "taken as one");
        return new RanSpec(
                siteId, cells, together, deadlineNanos, sharing, isolation, reservation, control, replicaIds);
    }

    /** Cards that layer 1 runs on. */
    public int cards() {
        return sharing instanceof RanSharing.Pooled pool ? pool.cards() : 1;
    }

    /** All that slots missed depend on, beside share and loads: sites where this is equal miss as many. */
    public List<Object> layerOne() {
        List<Object> all =
                new ArrayList<>(List.of(demand, deadlineNanos, interference(), control.missTarget(), cards()));
        cells.forEach(cell -> all.addAll(cell.carriers()));
        all.add(downlinkSlots());
        return all;
    }

    /** What AI does to layer 1 here. */
    public RanInterference interference() {
        return sharing.interference().withMoreJitter(isolation.jitterSeconds());
    }

    /** How often load, shares and misses are looked at (ns). */
    public long intervalNanos() {
        return control.intervalNanos();
    }

    /** How long a slot lasts (ns). */
    public long slotNanos() {
        return cells.get(0).slotNanos();
    }

    /** Downlink slots of every ten. */
    public int downlinkSlots() {
        return cells.get(0).downlinkSlots();
    }
}
