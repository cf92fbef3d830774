package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.RunIntervals;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.serving.ServingSystem;

/** Looks at every site with replicas at the end of each of the run's {@link RunIntervals}. */
final class SiteSampler {

    private final Kernel kernel;
    private final Scenario scenario;
    private final ServingSystem serving;
    private final Doors doors;
    private final RunIntervals intervals;
    private final SeriesClock clock;
    private final int[] siteOf;
    private final int[] cards;
    private final double[] accelerators;
    private final double[] busyBefore;
    private final double[][] utilization;
    private final int[][] waiting;
    private final int[][] inBatch;
    private int interval;

    SiteSampler(Kernel kernel, Scenario scenario, Placement placement, ServingSystem serving, Doors doors) {
        this.kernel = kernel;
        this.scenario = scenario;
        this.serving = serving;
        this.doors = doors;
        intervals = RunIntervals.of(scenario.run());
        clock = new SeriesClock(kernel, scenario.run(), intervals.lengthNanos(), this::onSample);
        int sites = scenario.sites().size();
        accelerators = new double[sites];
        busyBefore = new double[sites];
        utilization = new double[sites][intervals.count()];
        waiting = new int[sites][intervals.count()];
        inBatch = new int[sites][intervals.count()];
        siteOf = IntStream.range(0, scenario.replicas().size())
                .map(placement::siteOf)
                .toArray();
        cards = scenario.replicas().stream()
                .mapToInt(ServedReplica::accelerators)
                .toArray();
        SharedCards shared = new SharedCards(scenario);
        for (int replica = 0; replica < siteOf.length; replica++) {
            accelerators[siteOf[replica]] += shared.cardsOf(replica);
        }
    }

    void start() {
        clock.start();
    }

    private void onSample() {
        if (kernel.nowNanos() == 0) {
            return;
        }
        double[] busy = new double[accelerators.length];
        for (int replica = 0; replica < siteOf.length; replica++) {
            int site = siteOf[replica];
            busy[site] += (double) serving.busyNanos(replica) * cards[replica];
            waiting[site][interval] += serving.waitingRequests(replica) + doors.waiting(replica);
            inBatch[site][interval] += serving.runningSequences(replica);
        }
        double nanos = (double) kernel.nowNanos() - intervals.beginNanos(interval);
        for (int site = 0; site < busy.length; site++) {
            double whole = nanos * accelerators[site];
            utilization[site][interval] = whole > 0 ? (busy[site] - busyBefore[site]) / whole : 0;
            busyBefore[site] = busy[site];
        }
        interval++;
    }

    /** What was seen, with what the books of the run have. */
    PlaceSeries places(RunLedgers ledgers) {
        List<SiteSeries> sites = new ArrayList<>();
        for (int site = 0; site < accelerators.length; site++) {
            if (accelerators[site] > 0) {
                sites.add(new SiteSeries(
                        scenario.sites().get(site).id(),
                        utilization[site],
                        waiting[site],
                        inBatch[site],
                        ledgers.breaches().at(site)));
            }
        }
        List<Long> ends = IntStream.range(0, intervals.count())
                .mapToObj(intervals::endNanos)
                .toList();
        return new PlaceSeries(ends, sites, ledgers.data().flowsOverTime());
    }
}
