package org.tafsim.engine;

/** What went on at a site in each interval of a run; warm-up included, but for the checks that failed, which are those of measured requests. */
public final class SiteSeries {

    private final String site;
    private final double[] utilization;
    private final int[] waiting;
    private final int[] inBatch;
    private final int[] failedChecks;

    SiteSeries(String site, double[] utilization, int[] waiting, int[] inBatch, int[] failedChecks) {
        this.site = site;
        this.utilization = utilization;
        this.waiting = waiting;
        this.inBatch = inBatch;
        this.failedChecks = failedChecks;
    }

    /** Id. */
    public String site() {
        return site;
    }

    /** Share of the time of its accelerators in which they computed, in an interval from 0. */
    public double utilization(int interval) {
        return utilization[interval];
    }

    /** Requests at its replicas, waiting or in a batch, at the end of an interval. */
    public int inFlight(int interval) {
        return waiting[interval] + inBatch[interval];
    }

    /** Of them, those that wait: for a batch, or for a replica that is not ready. */
    public int waiting(int interval) {
        return waiting[interval];
    }

    /** Checks of rules that placements of measured requests there failed in an interval. */
    public int violations(int interval) {
        return failedChecks[interval];
    }
}
