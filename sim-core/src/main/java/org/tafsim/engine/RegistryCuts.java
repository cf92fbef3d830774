package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.CutOff;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServiceRole;
import org.tafsim.sovereignty.DependencyGraph;

/** When the registry gives nothing out: to a site whose registry service is cut off, and to none while its own site is stopped. */
final class RegistryCuts {
    private final Kernel kernel;
    private final int[] siteOf;
    private final int[] reasons;
    private final Runnable onChange;
    private final List<Cut> cuts = new ArrayList<>();
    private final int change;

    /** A time in which a site gets nothing (ns). */
    private record Cut(int site, long fromNanos, long toNanos) {}

    /**
     * The cut-offs of a scenario, as far as they matter here.
     *
     * @param siteOf site of each replica on demand
     * @param onChange told after any has begun or ended
     */
    RegistryCuts(Kernel kernel, Scenario scenario, int registry, int[] siteOf, Runnable onChange) {
        this.kernel = kernel;
        this.siteOf = siteOf;
        this.onChange = onChange;
        reasons = new int[scenario.sites().size()];
        change = kernel.register(EventRank.CONTROL, this::onChange);
        if (siteOf.length == 0) {
            return;
        }
        DependencyGraph graph = new DependencyGraph(scenario);
        for (CutOff cutOff : scenario.sovereignty().cutOffs()) {
            long until = cutOff.restoreNanos().orElse(Long.MAX_VALUE);
            for (DependencyGraph.SiteLoss loss : graph.losses(cutOff)) {
                long from = cutOff.atNanos() + loss.afterNanos();
                if (loss.site() == registry && loss.loss() == ServiceRole.Loss.STOP) {
                    for (int site = 0; site < reasons.length; site++) {
                        add(site, from, until);
                    }
                } else if (loss.cause().equals(ServiceRole.REGISTRY.word())) {
                    add(loss.site(), from, until);
                }
            }
        }
    }

    private void add(int site, long from, long to) {
        if (from < to) {
            cuts.add(new Cut(site, from, to));
        }
    }

    /** Schedules them all. */
    void start() {
        for (int i = 0; i < cuts.size(); i++) {
            kernel.schedule(cuts.get(i).fromNanos(), change, i, 1);
            if (cuts.get(i).toNanos() < Long.MAX_VALUE) {
                kernel.schedule(cuts.get(i).toNanos(), change, i, -1);
            }
        }
    }

    private void onChange(int cut, int reason) {
        reasons[cuts.get(cut).site()] += reason;
        onChange.run();
    }

    /** Whether a replica on demand can get nothing from the registry. */
    boolean isCutOff(int number) {
        return reasons[siteOf[number]] > 0;
    }
}
