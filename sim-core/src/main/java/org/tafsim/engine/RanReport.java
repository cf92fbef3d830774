package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tafsim.model.Scenario;
import org.tafsim.model.Site;
import org.tafsim.model.Tier;

/** What came of RAN on shared cards. Only scenarios that state some have these metrics. */
final class RanReport {

    /** In the order of reports. */
    static final List<String> NAMES = List.of(
            "l1_misses_per_million",
            "l1_over_target",
            "ran_availability",
            "ran_load_mean",
            "ran_use_mean",
            "ran_share_mean",
            "ai_share_mean",
            "harvested_gpu_h",
            "harvested_busy_gpu_h",
            "ran_takes",
            "ran_preempted");

    private static final double NANOS_PER_HOUR = 3.6e12;

    private final Scenario scenario;
    private final RanLoops loops;
    private final List<Metric> metrics = new ArrayList<>();

    RanReport(Scenario scenario, RanLoops loops) {
        this.scenario = scenario;
        this.loops = loops;
    }

    /** All of them. */
    List<Metric> metrics() {
        addScope("all", site -> true);
        for (Tier tier : Tier.values()) {
            addScope("tier:" + tier.word(), site -> site.tier() == tier);
        }
        for (Site site : scenario.sites()) {
            addScope("site:" + site.id(), site::equals);
        }
        return List.copyOf(metrics);
    }

    List<SeriesSample> series() {
        return loops.series();
    }

    private void addScope(String scope, Predicate<Site> isIn) {
        RanTotals sum = new RanTotals();
        for (RanSite here : loops.sites()) {
            boolean isHere = scenario.sites().stream()
                    .anyMatch(site -> site.id().equals(here.spec().siteId()) && isIn.test(site));
            if (isHere) {
                sum.add(here.totals());
            }
        }
        if (sum.cardNanos > 0) {
            add(scope, sum);
        }
    }

    private void add(String scope, RanTotals sum) {
        if (sum.slots > 0) {
            add(scope, "l1_misses_per_million", "count", 1e6 * sum.missRate());
        }
        addRatio(scope, "l1_over_target", sum.overTargetNanos, sum.upNanos);
        addRatio(scope, "ran_availability", sum.upNanos, sum.cardNanos);
        addRatio(scope, "ran_load_mean", sum.loadNanos, sum.upNanos);
        addRatio(scope, "ran_use_mean", sum.usedNanos, sum.upNanos);
        addRatio(scope, "ran_share_mean", sum.ranNanos, sum.upNanos);
        addRatio(scope, "ai_share_mean", sum.aiNanos, sum.cardNanos);
        add(scope, "harvested_gpu_h", "h", sum.aiNanos / NANOS_PER_HOUR);
        add(scope, "harvested_busy_gpu_h", "h", sum.aiBusyNanos / NANOS_PER_HOUR);
        add(scope, "ran_takes", "count", sum.takes);
        add(scope, "ran_preempted", "count", sum.preempted);
    }

    private void addRatio(String scope, String name, double part, double whole) {
        if (whole > 0) {
            add(scope, name, "fraction", part / whole);
        }
    }

    private void add(String scope, String name, String unit, double value) {
        metrics.add(new Metric(scope, name, unit, value));
    }
}
