package org.tafsim.engine;

import java.util.List;

/** RAN of a scope of reports, and what it amounted to at the last sample. */
final class RanScope {

    private final String name;
    private final List<RanSite> sites;
    private RanTotals atLastSample = new RanTotals();

    RanScope(String name, List<RanSite> sites) {
        this.name = name;
        this.sites = sites;
    }

    /** As entities of a series have it. */
    String name() {
        return name;
    }

    /** What came since the last sample, which is now. */
    RanTotals next() {
        RanTotals all = new RanTotals();
        sites.forEach(site -> all.add(site.totals()));
        RanTotals between = all.since(atLastSample);
        atLastSample = all;
        return between;
    }
}
