package org.tafsim.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.RunSpec;
import org.tafsim.network.Network;
import org.tafsim.stats.TimeWeighted;

/** What is counted of links of the transport graph that fail, in the measured time. */
final class LinkCounts {

    private final Kernel kernel;
    private final RunSpec run;
    private final Network network;
    private final List<String> links;
    private final TimeWeighted[] up;
    private final List<SeriesSample> series = new ArrayList<>();
    private int down;
    private long detours;
    private long stalls;
    private long lost;
    private long overtaken;

    /** Of these links, all of which are up. */
    LinkCounts(Kernel kernel, RunSpec run, Network network, List<String> links) {
        this.kernel = kernel;
        this.run = run;
        this.network = network;
        this.links = links;
        up = IntStream.range(0, links.size())
                .mapToObj(link -> new TimeWeighted(0, 1))
                .toArray(TimeWeighted[]::new);
    }

    private void begin() {
        for (TimeWeighted one : up) {
            one.restart(kernel.nowNanos());
        }
        detours = -network.detours();
        stalls = -network.stalls();
        lost = -network.lost();
    }

    private void end() {
        detours += network.detours();
        stalls += network.stalls();
        lost += network.lost();
    }

    /** These are down, from now on. */
    void look(BitSet links) {
        if (kernel.nowNanos() <= run.horizonNanos()) {
            for (int link = 0; link < up.length; link++) {
                up[link].set(kernel.nowNanos(), links.get(link) ? 0 : 1);
            }
        }
        down = links.cardinality();
    }

    /** So many requests under way have a place that the law forbids by the ways there are now, and did not before. */
    void overtaken(long requests) {
        if (kernel.nowNanos() >= run.warmupNanos() && kernel.nowNanos() < run.horizonNanos()) {
            overtaken += requests;
        }
    }

    /** A sample of the series is due. */
    void sample() {
        long now = kernel.nowNanos();
        if (now > 0) {
            series.add(new SeriesSample(now, "all", "links_down", down));
        }
        if (now == run.warmupNanos()) {
            begin();
        }
        if (now == run.horizonNanos()) {
            end();
        }
    }

    List<SeriesSample> series() {
        return series;
    }

    /** Of all links, what {@link FaultReport} has of them. */
    List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>();
        double downMean = 0;
        for (TimeWeighted one : up) {
            downMean += 1 - one.mean(run.horizonNanos());
        }
        metrics.add(new Metric("all", "links_down_mean", "count", downMean));
        metrics.add(new Metric("all", "detours", "count", detours));
        metrics.add(new Metric("all", "stalled_transfers", "count", stalls));
        metrics.add(new Metric("all", "lost_transfers", "count", lost));
        metrics.add(new Metric("all", "overtaken_by_detours", "count", overtaken));
        for (int link = 0; link < up.length; link++) {
            metrics.add(new Metric(
                    "link:" + links.get(link), "availability", "fraction", up[link].mean(run.horizonNanos())));
        }
        return metrics;
    }
}
