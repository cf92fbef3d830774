package org.tafsim.engine;

import java.util.Optional;
import org.tafsim.model.CutOff;
import org.tafsim.model.RunIntervals;
import org.tafsim.model.Scenario;
import org.tafsim.sovereignty.DataLedger;
import org.tafsim.sovereignty.LawLedger;
import org.tafsim.sovereignty.LawTimeline;
import org.tafsim.sovereignty.PlacementCount;

/** The books a run keeps about the law. */
final class RunLedgers {

    private final AppVariants variants;
    private final LawLedger law;
    private final SiteBreaches breaches;
    private final DataLedger data;
    private final Exceptions exceptions;
    private final Optional<AutonomyCurve> autonomy;
    private long overtaken;

    RunLedgers(Scenario scenario, AppVariants variants, LawTimeline timeline) {
        this.variants = variants;
        law = new LawLedger(timeline);
        breaches = new SiteBreaches(
                RunIntervals.of(scenario.run()), scenario.sites().size());
        data = new DataLedger(timeline, variants.lawfulScenario());
        exceptions = new Exceptions(scenario.apps().size());
        autonomy = scenario.sovereignty().cutOffs().stream()
                .map(CutOff::atNanos)
                .min(Long::compare)
                .map(shock -> new AutonomyCurve(scenario.run(), shock));
    }

    /** Placements, rule by rule. */
    LawLedger law() {
        return law;
    }

    /** Counts a measured request that is placed at a site, now. */
    void recordPlacement(int lawApp, int population, int site, long nowNanos) {
        breaches.add(site, nowNanos, law.recordPlacement(lawApp, population, site));
    }

    /** Checks that failed, by site and interval. */
    SiteBreaches breaches() {
        return breaches;
    }

    /** Where data went, and where they rest. */
    DataLedger data() {
        return data;
    }

    /** Requests without a lawful place. */
    Exceptions exceptions() {
        return exceptions;
    }

    /** What is kept of the promise after the first cut-off; empty where there is none. */
    Optional<AutonomyCurve> autonomy() {
        return autonomy;
    }

    /** Numbers of applications and their variants. */
    AppVariants variants() {
        return variants;
    }

    /** Where the requests of one application went, the stages of its pipeline and its variant included. */
    PlacementCount placedOf(int app) {
        PlacementCount placed = law.ofApp(app);
        for (int stage = 1; stage < variants.stagesOf(app); stage++) {
            placed = placed.plus(law.ofApp(variants.ofStage(app, stage)));
        }
        return variants.of(app) == app ? placed : placed.plus(law.ofApp(variants.of(app)));
    }

    /** Counts requests under way that a change of law left at an unlawful place. */
    void countOvertaken(long requests) {
        overtaken += requests;
    }

    long overtaken() {
        return overtaken;
    }
}
