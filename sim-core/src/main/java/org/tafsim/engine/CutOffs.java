package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.random.KeyedDraws;
import org.tafsim.model.CutOff;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServiceRole;
import org.tafsim.sovereignty.DependencyGraph;

/**
 * Pulls the plug and puts it back: closes and stops the replicas of sites as their grace periods run out, and loses replicas one
 * by one where nothing can be restarted.
 */
final class CutOffs {

    private final Kernel kernel;
    private final KeyedDraws draws;
    private final Placement placement;
    private final Doors doors;
    private final Runnable onChange;
    private final List<Loss> losses = new ArrayList<>();
    private final int begin;
    private final int end;

    /** One replica loses one thing to one cut-off. */
    private record Loss(int replica, ServiceRole.Loss kind, long atNanos, OptionalLong restoreNanos) {

        boolean happens() {
            return restoreNanos.isEmpty() || atNanos < restoreNanos.getAsLong();
        }
    }

    /**
     * The cut-offs of a scenario.
     *
     * @param draws of this purpose alone
     * @param onChange told after what is open has changed
     */
    CutOffs(Kernel kernel, Scenario scenario, KeyedDraws draws, Placement placement, Doors doors, Runnable onChange) {
        this.kernel = kernel;
        this.draws = draws;
        this.placement = placement;
        this.doors = doors;
        this.onChange = onChange;
        begin = kernel.register(EventRank.CONTROL, (first, unused) -> onLosses(kernel.nowNanos()));
        end = kernel.register(EventRank.CONTROL, (first, unused) -> onRestored(kernel.nowNanos()));
        DependencyGraph graph = new DependencyGraph(scenario);
        for (CutOff cutOff : scenario.sovereignty().cutOffs()) {
            graph.losses(cutOff).forEach(loss -> plan(loss, cutOff, scenario));
        }
        losses.removeIf(loss -> !loss.happens());
    }

    private void plan(DependencyGraph.SiteLoss loss, CutOff cutOff, Scenario scenario) {
        for (int replica = 0; replica < scenario.replicas().size(); replica++) {
            if (placement.siteOf(replica) == loss.site()) {
                long after = loss.afterNanos() + (loss.loss() == ServiceRole.Loss.NO_RESTART ? restart(cutOff) : 0);
                losses.add(new Loss(replica, loss.loss(), cutOff.atNanos() + after, cutOff.restoreNanos()));
            }
        }
    }

    /** Time until a replica must be restarted: exponential, as restarts of many causes are. */
    private long restart(CutOff cutOff) {
        double uniform = draws.uniform(losses.size(), 0);
        return (long) Math.ceil(-StrictMath.log(uniform) * cutOff.restartNanos());
    }

    /** Schedules them all. */
    void start() {
        losses.stream().mapToLong(Loss::atNanos).distinct().forEach(at -> kernel.schedule(at, begin, 0, 0));
        losses.stream()
                .flatMapToLong(loss -> loss.restoreNanos().stream())
                .distinct()
                .forEach(at -> kernel.schedule(at, end, 0, 0));
    }

    /** Everything that is lost at this instant is closed before anything stops, so that nobody flees to what goes next. */
    private void onLosses(long nowNanos) {
        List<Integer> stopping = new ArrayList<>();
        for (Loss loss : losses) {
            if (loss.atNanos() == nowNanos) {
                if (loss.kind() == ServiceRole.Loss.NO_NEW_REQUESTS) {
                    placement.openings().close(loss.replica());
                } else if (placement.openings().stop(loss.replica())) {
                    stopping.add(loss.replica());
                }
            }
        }
        placement.refresh();
        stopping.forEach(doors::stop);
    }

    private void onRestored(long nowNanos) {
        for (Loss loss : losses) {
            if (loss.restoreNanos().isPresent() && loss.restoreNanos().getAsLong() == nowNanos) {
                if (loss.kind() == ServiceRole.Loss.NO_NEW_REQUESTS) {
                    placement.openings().reopen(loss.replica());
                } else {
                    placement.openings().restart(loss.replica());
                }
            }
        }
        placement.refresh();
        onChange.run();
    }
}
