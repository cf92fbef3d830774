package org.tafsim.engine;

import java.util.Arrays;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;
import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.kernel.random.Samplers;
import org.tafsim.model.Scenario;
import org.tafsim.network.Network;
import org.tafsim.stats.Tally;
import org.tafsim.units.Durations;
import umontreal.ssj.rng.RandomStream;

/** Transfers up over a scenario's radio, and nothing else: what the radio costs. */
public final class RadioBench {
    private final Kernel kernel;
    private final Network network;
    private final Scenario scenario;
    private final RandomStream gaps;
    private final InverseCdf gapSeconds;
    private final int arrival;
    private final int transfers;
    private final long bytes;
    private final Tally millis = new Tally();
    private final Slots slots = new Slots();
    private int begun;
    private double utilization;

    /**
     * Sets up an idle radio.
     *
     * @param scenario with at least one population, site and application; the applications take turns
     * @param transfers how many, at least 1
     * @param perSecond of all populations together, positive: they come as a Poisson process
     * @param bytes of each
     */
    public RadioBench(Scenario scenario, KernelKind kind, int transfers, double perSecond, long bytes) {
        this.scenario = scenario;
        this.transfers = transfers;
        this.bytes = bytes;
        kernel = Kernels.create(kind);
        RandomStreams streams = new RandomStreams(scenario.run().seed(), 0);
        gaps = streams.stream("gaps");
        gapSeconds = Samplers.exponential(1 / perSecond);
        network = new Network(kernel, scenario, streams.keyed(StreamUse.NETWORK), (token, leg) -> onDelivered(token));
        arrival = kernel.register(EventRank.ARRIVAL, (entity, argument) -> onArrival());
    }

    /** What came of it: transfers carried, their mean time, and how much of the cells they used. */
    public record Result(long transfers, double meanMillis, double cellUtilization, long handovers, long events) {}

    /** Runs until all have come; once. */
    public Result run() {
        kernel.schedule(0, arrival, 0, 0);
        kernel.runUntil(Long.MAX_VALUE / 2);
        return new Result(millis.count(), millis.mean(), utilization, network.handovers(), kernel.executedEvents());
    }

    private void onArrival() {
        int token = slots.take(kernel.nowNanos());
        int populations = scenario.populations().size();
        network.sendUp(token, begun % scenario.apps().size(), begun % populations, 0, bytes, begun);
        if (++begun < transfers) {
            long gap = Durations.nanosOfSeconds(gapSeconds.at(gaps.nextDouble()));
            kernel.schedule(kernel.nowNanos() + gap, arrival, 0, 0);
        } else {
            utilization = network.uplinkUtilization(0);
        }
    }

    private void onDelivered(int token) {
        millis.record(Durations.millisOfNanos(kernel.nowNanos() - slots.free(token)));
    }

    /** Numbers for transfers under way, and when each began. */
    private static final class Slots {
        private long[] sinceNanos = new long[64];
        private int[] free = new int[64];
        private int freeCount;
        private int used;

        int take(long nowNanos) {
            int slot = freeCount > 0 ? free[--freeCount] : used++;
            if (slot == sinceNanos.length) {
                sinceNanos = Arrays.copyOf(sinceNanos, 2 * slot);
                free = Arrays.copyOf(free, 2 * slot);
            }
            sinceNanos[slot] = nowNanos;
            return slot;
        }

        long free(int slot) {
            free[freeCount++] = slot;
            return sinceNanos[slot];
        }
    }
}
