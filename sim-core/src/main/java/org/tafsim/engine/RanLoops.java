package org.tafsim.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.RanSpec;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.Site;
import org.tafsim.model.Tier;
import org.tafsim.policy.HarvestPolicy;
import org.tafsim.ran.BurstTables;
import org.tafsim.ran.CardSplit;
import org.tafsim.ran.CellLoad;
import org.tafsim.ran.MissTable;
import org.tafsim.serving.ServingSystem;

/** The control loops of all RAN of a run: looks at each site once in its interval, and when its split changes by itself. */
final class RanLoops {

    private static final long NEVER = Long.MAX_VALUE;

    private final Kernel kernel;
    private final RunSpec run;
    private final Runnable onOpened;
    private final List<RanSite> sites = new ArrayList<>();
    private final long[] changeEvents;
    private final long[] changeAtNanos;
    private final List<SeriesSample> series = new ArrayList<>();
    private final int interval;
    private final int change;
    private final SeriesClock clock;
    private final List<RanScope> scopes;

    /**
     * All RAN of a scenario.
     *
     * @param policies build the harvest policy of a site
     * @param onOpened told after a replica has opened
     */
    RanLoops(
            Kernel kernel,
            Scenario scenario,
            RandomStreams streams,
            Placement placement,
            ServingSystem serving,
            Doors doors,
            Function<RanSpec, HarvestPolicy> policies,
            Runnable onOpened) {
        this.kernel = kernel;
        this.onOpened = onOpened;
        run = scenario.run();
        List<String> replicas =
                scenario.replicas().stream().map(ServedReplica::id).toList();
        Map<List<Object>, MissTable> tables = new HashMap<>(); // asked, never iterated
        BurstTables bursts = new BurstTables();
        for (RanSpec spec : scenario.ran()) {
            CardSplit split = CardSplit.of(spec);
            int[] onCards =
                    spec.replicaIds().stream().mapToInt(replicas::indexOf).toArray();
            sites.add(new RanSite(
                    spec,
                    run,
                    tables.computeIfAbsent(spec.layerOne(), unused -> new MissTable(spec)),
                    cells(spec, streams, bursts),
                    split,
                    new RanCards(spec, split, onCards, placement, serving, doors),
                    policies.apply(spec)));
        }
        scopes = scopes(scenario, sites);
        changeEvents = new long[sites.size()];
        changeAtNanos = new long[sites.size()];
        Arrays.fill(changeAtNanos, NEVER);
        interval = kernel.register(EventRank.CONTROL, (site, unused) -> onInterval(site));
        change = kernel.register(EventRank.CONTROL, (site, unused) -> onChange(site));
        clock = new SeriesClock(kernel, run, this::onSample);
    }

    private static CellLoad[] cells(RanSpec spec, RandomStreams streams, BurstTables bursts) {
        return spec.cells().stream()
                .map(cell ->
                        new CellLoad(spec, cell, streams.stream(CellLoad.stream(spec.siteId(), cell.id())), bursts))
                .toArray(CellLoad[]::new);
    }

    private static List<RanScope> scopes(Scenario scenario, List<RanSite> all) {
        List<RanScope> scopes = new ArrayList<>(List.of(new RanScope("all", all)));
        for (Tier tier : Tier.values()) {
            List<String> ids = scenario.sites().stream()
                    .filter(site -> site.tier() == tier)
                    .map(Site::id)
                    .toList();
            List<RanSite> there = all.stream()
                    .filter(ran -> ids.contains(ran.spec().siteId()))
                    .toList();
            scopes.add(new RanScope("tier:" + tier.word(), there));
        }
        return scopes;
    }

    /** Begins the loops, now. */
    void start() {
        for (int site = 0; site < sites.size(); site++) {
            onInterval(site);
        }
        clock.start();
    }

    private void onInterval(int site) {
        RanSite here = sites.get(site);
        boolean hasOpened = here.onInterval(kernel.nowNanos());
        kernel.schedule(kernel.nowNanos() + here.spec().intervalNanos(), interval, site, 0);
        planChange(site);
        tell(hasOpened);
    }

    private void onChange(int site) {
        changeAtNanos[site] = NEVER;
        boolean hasOpened = sites.get(site).onChange(kernel.nowNanos());
        planChange(site);
        tell(hasOpened);
    }

    private void planChange(int site) {
        long next = sites.get(site).nextChangeNanos();
        if (next == changeAtNanos[site]) {
            return;
        }
        if (changeAtNanos[site] != NEVER) {
            kernel.cancel(changeEvents[site]);
        }
        changeAtNanos[site] = next;
        if (next != NEVER) {
            changeEvents[site] = kernel.schedule(next, change, site, 0);
        }
    }

    private void tell(boolean hasOpened) {
        if (hasOpened) {
            onOpened.run();
        }
    }

    /** What control intervals have told by now; the last one of the measured time is counted to its end. */
    private void onSample() {
        long now = kernel.nowNanos();
        if (now >= run.horizonNanos()) {
            sites.forEach(site -> site.account(now));
        }
        for (RanScope scope : scopes) {
            RanTotals between = scope.next();
            if (now > run.warmupNanos()) {
                add(now, scope.name(), between);
            }
        }
    }

    private void add(long now, String scope, RanTotals between) {
        boolean isAll = scope.equals("all");
        if (isAll) {
            add(now, scope, "ran_load", between.loadNanos, between.upNanos);
        }
        add(now, scope, "ran_share", between.ranNanos, between.upNanos);
        add(now, scope, "ai_share", between.aiNanos, between.cardNanos);
        if (isAll) {
            series.add(new SeriesSample(now, scope, "l1_misses_per_million", 1e6 * between.missRate()));
        }
    }

    private void add(long now, String scope, String name, double part, double whole) {
        if (whole > 0) {
            series.add(new SeriesSample(now, scope, name + "_fraction", part / whole));
        }
    }

    List<RanSite> sites() {
        return sites;
    }

    List<SeriesSample> series() {
        return series;
    }
}
