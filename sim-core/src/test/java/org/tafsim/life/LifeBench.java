package org.tafsim.life;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;
import org.tafsim.model.LifeSpec;

/**
 * Replicas on demand on one site, and a registry that gives out one byte a nanosecond. Who is ready serves the requests at its door
 * one after the other, each for as long as the test says.
 */
final class LifeBench implements Supply {
    static final long SECOND = 1_000_000_000L;
    static final long GB = 1_000_000_000L;

    final Kernel kernel = Kernels.create(KernelKind.HEAP);
    final ModelLife life;
    final List<String> log = new ArrayList<>();
    final List<Integer> evictions = new ArrayList<>();
    final long[] atDoor;
    private final int[] generation;
    boolean isCut;
    boolean isAudited;
    long serviceNanos;
    private final int pulled;
    private final int served;
    private final int asked;
    private final int stopped;
    private final List<ArrayDeque<Long>> queues = new ArrayList<>();
    private int preempted = -1;
    private int rival = -1;

    /** Waiting times of all requests served so far (ns), in the order of their beginning. */
    final List<Long> waits = new ArrayList<>();

    LifeBench(LifeSpec spec, List<OnDemandReplica> replicas, List<CardGroupSpec> groups, SiteStoreSpec site) {
        pulled = kernel.register(EventRank.TRANSFER, (r, unused) -> whenPulled(r));
        served = kernel.register(EventRank.SERVICE, this::onServed);
        asked = kernel.register(EventRank.ARRIVAL, (r, unused) -> ask(r));
        stopped = kernel.register(EventRank.CONTROL, (r, unused) -> stop(r));
        atDoor = new long[replicas.size()];
        generation = new int[replicas.size()];
        replicas.forEach(replica -> queues.add(new ArrayDeque<>()));
        life = new ModelLife(kernel, spec, replicas, groups, List.of(site), this, Keeping.LEAST_RECENTLY_USED);
    }

    private void whenPulled(int r) {
        log.add("%d pulled %d".formatted(kernel.nowNanos() / SECOND, r));
        life.pulled(r);
        audit();
    }

    /** One card, and replicas of these sizes (GB), whose weights are that large; nothing on disk. */
    static LifeBench oneCard(LifeSpec spec, long cardGb, long keepAliveNanos, long hostGb, long... sizesGb) {
        List<OnDemandReplica> replicas = IntStream.range(0, sizesGb.length)
                .mapToObj(r -> new OnDemandReplica(0, 0, 1, sizesGb[r] * GB, sizesGb[r] * GB))
                .toList();
        return new LifeBench(
                spec,
                replicas,
                List.of(new CardGroupSpec(1, cardGb * GB, keepAliveNanos)),
                new SiteStoreSpec(hostGb * GB, false));
    }

    /** Image 1 GB, engine 2 s, warm-up 3 s, disk 1 GB/s, host link 10 GB/s, and a disk of this size. */
    static LifeSpec spec(long diskGb, boolean keepsOnDisk) {
        return new LifeSpec("core", GB, 2 * SECOND, 3 * SECOND, 1e9, 1e10, diskGb * GB, keepsOnDisk, List.of());
    }

    /** A request comes at this time. */
    void askAt(long nanos, int r) {
        kernel.schedule(nanos, asked, r, 0);
    }

    /** A replica stops at this time. */
    void stopAt(long nanos, int r) {
        kernel.schedule(nanos, stopped, r, 0);
    }

    /** A request comes now. */
    void ask(int r) {
        queues.get(r).add(kernel.nowNanos());
        if (life.isReady(r)) {
            enter(r);
        } else {
            atDoor[r]++;
            life.want(r);
        }
        audit();
    }

    private void enter(int r) {
        life.enter(r);
        if (life.inService(r) == 1) {
            begin(r);
        }
    }

    private void begin(int r) {
        waits.add(kernel.nowNanos() - queues.get(r).remove());
        kernel.schedule(kernel.nowNanos() + serviceNanos, served, r, generation[r]);
    }

    private void onServed(int r, int of) {
        if (of != generation[r]) {
            return; // it stopped in the meantime
        }
        int left = life.inService(r);
        if (left > 1) {
            begin(r);
        }
        life.leave(r);
        if (r == preempted && life.inService(r) == 0) {
            life.want(rival);
        }
        audit();
    }

    private void audit() {
        if (isAudited) {
            life.audit();
        }
    }

    /** A replica stops now: what it serves, and who is at its door, is gone. */
    void stop(int r) {
        queues.get(r).clear();
        atDoor[r] = 0;
        while (life.inService(r) > 0) {
            life.leave(r);
        }
        life.stop(r);
        generation[r]++;
        audit();
    }

    /** Whenever the first falls idle, the second wants its card. */
    void preempting(int first, int second) {
        preempted = first;
        rival = second;
        life.preload(second);
    }

    void run(long untilNanos) {
        kernel.runUntil(untilNanos);
        life.audit();
    }

    @Override
    public boolean canPull(int r) {
        return !isCut;
    }

    @Override
    public void pull(int r, long bytes) {
        log.add("%d pull %d: %d GB".formatted(kernel.nowNanos() / SECOND, r, bytes / GB));
        kernel.schedule(kernel.nowNanos() + bytes, pulled, r, 0);
    }

    @Override
    public double pullSeconds(int r, long bytes) {
        return bytes / 1e9;
    }

    @Override
    public void ready(int r, long sinceNanos) {
        log.add("%d ready %d".formatted(kernel.nowNanos() / SECOND, r));
        long waiting = atDoor[r];
        atDoor[r] = 0;
        for (long i = 0; i < waiting; i++) {
            enter(r);
        }
    }

    @Override
    public void evicted(int r) {
        evictions.add(r);
        log.add("%d evict %d to %s".formatted(kernel.nowNanos() / SECOND, r, life.state(r)));
    }

    @Override
    public void memoryChanged() {}

    @Override
    public void parked(int r) {}
}
