package org.tafsim.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;
import org.tafsim.stats.Tally;
import org.tafsim.stats.TimeWeighted;

/** What is counted of faults, and of what was open, in the measured time. */
final class FaultCounts {

    private final Kernel kernel;
    private final RunSpec run;
    private final Placement placement;
    private final Reachability reachability;
    private final Map<String, OfFault> faults = new LinkedHashMap<>();
    private final TimeWeighted[] ofApp;
    private final TimeWeighted[] ofSite;
    private final int[][] replicasOfSite;
    private final long[] nanosWithOpen;
    private final List<SeriesSample> series = new ArrayList<>();
    private final SeriesClock clock;
    private Runnable atSample = () -> {};
    private int openSites;
    private long openSinceNanos;

    /** Of one fault. */
    static final class OfFault {
        private final Tally repairNanos = new Tally();
        private long begun;
        private long open;

        /** In the measured time. */
        long begun() {
            return begun;
        }

        /** At the end of the measured time. */
        long open() {
            return open;
        }

        /** From failure to repair (ns), of those repaired in the measured time. */
        Tally repairNanos() {
            return repairNanos;
        }
    }

    FaultCounts(Kernel kernel, Scenario scenario, AppVariants variants, Placement placement) {
        this.kernel = kernel;
        this.placement = placement;
        run = scenario.run();
        reachability = new Reachability(scenario, variants, placement);
        scenario.faults().ids().forEach(id -> faults.put(id, new OfFault()));
        ofApp = timeWeighted(scenario.apps().size());
        ofSite = timeWeighted(scenario.sites().size());
        replicasOfSite = IntStream.range(0, ofSite.length)
                .mapToObj(site -> IntStream.range(0, scenario.replicas().size())
                        .filter(replica -> placement.siteOf(replica) == site)
                        .toArray())
                .toArray(int[][]::new);
        nanosWithOpen = new long[ofSite.length + 1];
        clock = new SeriesClock(kernel, run, this::onSample);
    }

    private static TimeWeighted[] timeWeighted(int number) {
        return IntStream.range(0, number).mapToObj(i -> new TimeWeighted(0, 1)).toArray(TimeWeighted[]::new);
    }

    /**
     * Begins to look.
     *
     * @param atEverySample what else is to be looked at, in the intervals of series
     */
    void start(Runnable atEverySample) {
        atSample = atEverySample;
        placement.tell(this::look);
        look();
        clock.start();
    }

    private void onSample() {
        long now = kernel.nowNanos();
        atSample.run();
        look();
        if (now > 0) {
            series.add(new SeriesSample(now, "all", "sites_open", openSites));
        }
        if (now == run.warmupNanos()) {
            for (TimeWeighted one : ofApp) {
                one.restart(now);
            }
            for (TimeWeighted one : ofSite) {
                one.restart(now);
            }
        }
    }

    /** What is open, or lawful, has changed. */
    private void look() {
        long now = kernel.nowNanos();
        if (isOver()) {
            return;
        }
        nanosWithOpen[openSites] += Math.max(0, now - Math.max(openSinceNanos, run.warmupNanos()));
        openSinceNanos = now;
        openSites = 0;
        for (int site = 0; site < ofSite.length; site++) {
            int open = 0;
            for (int replica : replicasOfSite[site]) {
                open += placement.openings().isOpen(replica) ? 1 : 0;
            }
            openSites += open > 0 ? 1 : 0;
            ofSite[site].set(now, replicasOfSite[site].length == 0 ? 0 : (double) open / replicasOfSite[site].length);
        }
        for (int app = 0; app < ofApp.length; app++) {
            ofApp[app].set(now, reachability.share(app));
        }
    }

    /** So many parts fail. */
    void begun(String fault, int parts) {
        OfFault of = of(fault);
        of.open += isOver() ? 0 : parts;
        of.begun += isMeasured() ? parts : 0;
    }

    /** So many parts are repaired, after this time (ns). */
    void ended(String fault, int parts, long nanos) {
        OfFault of = of(fault);
        of.open -= isOver() ? 0 : parts;
        for (int part = 0; part < parts && isMeasured(); part++) {
            of.repairNanos.record((double) nanos);
        }
    }

    private boolean isOver() {
        return kernel.nowNanos() > run.horizonNanos();
    }

    private boolean isMeasured() {
        return kernel.nowNanos() >= run.warmupNanos() && kernel.nowNanos() < run.horizonNanos();
    }

    private OfFault of(String fault) {
        return faults.computeIfAbsent(fault, id -> new OfFault());
    }

    /** By id, in the order of the scenario. */
    Map<String, OfFault> faults() {
        return faults;
    }

    List<SeriesSample> series() {
        return series;
    }

    /** Share of the measured time that an application's users had an open, lawful replica for every stage. */
    double availabilityOfApp(int app) {
        return ofApp[app].mean(run.horizonNanos());
    }

    /** Share of its replicas that were open, over the measured time. */
    double availabilityOfSite(int site) {
        return ofSite[site].mean(run.horizonNanos());
    }

    boolean hasReplicas(int site) {
        return replicasOfSite[site].length > 0;
    }

    /** Share of the measured time that at least so many sites had an open replica. */
    double shareWithOpen(int atLeast) {
        long nanos = 0;
        for (int open = atLeast; open < nanosWithOpen.length; open++) {
            nanos += nanosWithOpen[open];
        }
        return (double) nanos / run.durationNanos();
    }
}
