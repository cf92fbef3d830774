package org.tafsim.engine;

import java.util.stream.IntStream;
import org.tafsim.model.Scenario;
import org.tafsim.network.Network;
import org.tafsim.sovereignty.LawTimeline;

/**
 * All that the law adds to the life of a request, by itself, to be timed: the lawful places, the rules a place breaks, and the
 * books kept about it. It reads no clock, the caller does.
 */
public final class LawBench {

    private final Scenario scenario;
    private final AppVariants variants;
    private final Network paths;

    /** For a scenario with rules. */
    public LawBench(Scenario scenario) {
        this.scenario = scenario;
        variants = new AppVariants(scenario);
        paths = Simulation.pathsOf(scenario);
    }

    /** Compiles the law of every epoch. */
    public LawTimeline compile() {
        return Simulation.compileLaw(variants, paths);
    }

    /**
     * Places requests of all applications and populations at all lawful sites, in no order that a cache would like.
     *
     * @param law as compiled
     * @param requests how many
     * @return how many of them had a lawful place
     */
    public long place(LawTimeline law, int requests) {
        ContractIndex contracts = new ContractIndex(scenario, variants);
        Placement placement = new Placement(
                law,
                IntStream.range(0, law.epochs())
                        .mapToObj(epoch -> new PlacementIndex(scenario, variants, contracts, law.book(epoch)))
                        .toList(),
                new Openings(scenario.replicas().size()));
        RunLedgers ledgers = new RunLedgers(scenario, variants, law);
        long placed = 0;
        for (int i = 0; i < requests; i++) {
            int mixed = (i * 0x9E3779B1) >>> 1; // spreads evenly, and costs nothing beside the law
            int app = mixed % scenario.apps().size();
            int population = (mixed >>> 4) % scenario.populations().size();
            int[] lawful = placement.candidates(app, population);
            if (lawful.length > 0) {
                int site = placement.siteOf(lawful[(mixed >>> 9) % lawful.length]);
                keepBooks(ledgers, placement, app, population, site, i);
                placed++;
            }
        }
        return placed;
    }

    /** As {@link Placer} and {@link RequestLife} do. */
    private static void keepBooks(
            RunLedgers ledgers, Placement placement, int app, int population, int site, long nowNanos) {
        if (placement.rules().brokenRules(app, population, site) > 0) {
            ledgers.countOvertaken(1); // any use, so that the question is not compiled away
        }
        ledgers.recordPlacement(app, population, site, nowNanos);
        for (int leg = 0; leg < 3; leg++) { // prompt, first token, last token with those between
            ledgers.data().recordTransit(app, population, site, nowNanos, 1000);
        }
        ledgers.data().recordEnd(app, population, site, nowNanos, 600, 200, true);
    }
}
