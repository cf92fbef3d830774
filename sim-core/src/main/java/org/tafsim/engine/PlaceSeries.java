package org.tafsim.engine;

import java.util.List;
import org.tafsim.model.RunIntervals;
import org.tafsim.sovereignty.CountryFlow;

/**
 * What went on where over a run.
 *
 * @param endsNanos of the intervals ({@link RunIntervals}; ns since the start of the run)
 * @param sites with accelerators, in the scenario's order
 * @param flows bytes that measured requests had carried, by countries; those after the horizon are of the last interval
 */
public record PlaceSeries(List<Long> endsNanos, List<SiteSeries> sites, List<CountryFlow> flows) {

    /** Of a run that nobody looked at. */
    public static final PlaceSeries NONE = new PlaceSeries(List.of(), List.of(), List.of());

    /** Copies. */
    public PlaceSeries {
        endsNanos = List.copyOf(endsNanos);
        sites = List.copyOf(sites);
        flows = List.copyOf(flows);
    }
}
