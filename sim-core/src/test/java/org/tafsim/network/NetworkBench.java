package org.tafsim.network;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.Scenario;

/** A network on a kernel of its own, with a log of what was delivered and a way to do things at given times. */
final class NetworkBench {
    final Kernel kernel;
    final Network network;
    final List<Delivery> deliveries = new ArrayList<>();

    /** Transfers up that found no way; when (ns). */
    final List<Delivery> losses = new ArrayList<>();

    private final List<Runnable> actions = new ArrayList<>();
    private final int act;

    /** What arrived when (ns). */
    record Delivery(int token, int leg, long atNanos) {}

    NetworkBench(Scenario scenario) {
        this(scenario, 1);
    }

    NetworkBench(Scenario scenario, long seed) {
        this(scenario, seed, KernelKind.CALENDAR);
    }

    NetworkBench(Scenario scenario, long seed, KernelKind kind) {
        kernel = Kernels.create(kind);
        network = new Network(kernel, scenario, new RandomStreams(seed, 0).keyed("network"), new DeliveryListener() {
            @Override
            public void onDelivered(int token, int leg) {
                deliveries.add(new Delivery(token, leg, now()));
            }

            @Override
            public void onUndeliverable(int token, int leg) {
                losses.add(new Delivery(token, leg, now()));
            }
        });
        act = kernel.register(
                EventRank.ARRIVAL, (entity, action) -> actions.get(action).run());
    }

    private long now() {
        return kernel.nowNanos();
    }

    NetworkBench at(long nanos, Runnable action) {
        actions.add(action);
        kernel.schedule(nanos, act, 0, actions.size() - 1);
        return this;
    }

    /** Runs until nothing happens any more. */
    List<Delivery> run() {
        while (kernel.pendingEvents() > 0) {
            kernel.runUntil(kernel.nowNanos() + 1_000_000_000L);
        }
        return deliveries;
    }
}
