package org.tafsim.experiment;

/** Told of every finished run, one call at a time, on the thread that asked for the runs. */
@FunctionalInterface
public interface Progress {

    /** Shows nothing. */
    Progress NONE = (done, total, label) -> {};

    /**
     * One more run is done.
     *
     * @param done runs finished, from 0 (before the first) to total
     * @param total runs in all
     * @param label policy and replication of the run, counted from 1; empty before the first
     */
    void onProgress(int done, int total, String label);
}
