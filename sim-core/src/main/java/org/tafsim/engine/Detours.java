package org.tafsim.engine;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tafsim.kernel.InvariantViolation;
import org.tafsim.kernel.Kernel;
import org.tafsim.network.Network;
import org.tafsim.sovereignty.LawLedger;

/**
 * Links of the transport graph that are down: traffic takes other ways, sites that none leads to are closed to the populations
 * concerned, and the law looks at the ways that there are.
 */
final class Detours {

    private final Kernel kernel;
    private final Network network;
    private final Placement placement;
    private final LawOfWays law;
    private final LawLedger ledger;
    private final LinkCounts counts;
    private final RequestLife life;

    /** By link: faults that have it down. */
    private final int[] reasons;

    private final BitSet down = new BitSet();

    /** By what is down: the law then. */
    private final Map<BitSet, LawOfWays.Compiled> known = new HashMap<>(); // asked, never iterated

    /** None is down. */
    Detours(
            Kernel kernel,
            int links,
            Network network,
            Placement placement,
            LawOfWays law,
            LawLedger ledger,
            LinkCounts counts,
            RequestLife life) {
        this.kernel = kernel;
        this.network = network;
        this.placement = placement;
        this.law = law;
        this.ledger = ledger;
        this.counts = counts;
        this.life = life;
        reasons = new int[links];
    }

    /** These fail, now; parts that are no links are none of its business. */
    void begin(List<FaultPart> parts) {
        boolean isChange = false;
        for (FaultPart part : parts) {
            if (part.isLink()) {
                network.failLink(part.link());
                isChange |= reasons[part.link()]++ == 0;
            }
        }
        look(isChange);
    }

    /** These are repaired, now. */
    void end(List<FaultPart> parts) {
        boolean isChange = false;
        for (FaultPart part : parts) {
            if (part.isLink()) {
                isChange |= --reasons[part.link()] == 0;
                network.repairLink(part.link());
            }
        }
        look(isChange);
    }

    private void look(boolean isChange) {
        if (!isChange) {
            return;
        }
        for (int link = 0; link < reasons.length; link++) {
            down.set(link, reasons[link] > 0);
        }
        placement.reach(down.isEmpty() ? (population, site) -> true : network::reaches, down.isEmpty());
        if (law.isConcerned()) {
            takeLaw();
        }
        placement.refresh();
        counts.look(down);
    }

    private void takeLaw() {
        LawOfWays.Compiled compiled = known.get(down);
        if (compiled == null) {
            compiled = law.compile(network);
            known.put((BitSet) down.clone(), compiled);
        }
        long before = life.unlawfulInFlight();
        placement.takeWays(compiled.law(), compiled.index());
        ledger.enter(placement.rules());
        counts.overtaken(Math.max(0, life.unlawfulInFlight() - before));
    }

    /** Checks INV-F2: a link is down when a fault has it down, and only then. */
    void audit() {
        for (int link = 0; link < reasons.length; link++) {
            if (network.isLinkUp(link) != (reasons[link] == 0)) {
                throw new InvariantViolation(
                        "INV-F2",
                        kernel.nowNanos(),
                        "transport link %d is %s for %d reasons"
                                .formatted(link, network.isLinkUp(link) ? "up" : "down", reasons[link]));
            }
        }
    }
}
