package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.Maintenance;
import org.tafsim.model.Scenario;

/** Takes one after the other out of service: closes it, waits until it is empty or its grace is over, stops it, opens it. */
final class MaintenanceRounds {

    /** How often one looks whether what is closed is empty. */
    private static final long LOOK_NANOS = 1_000_000_000L;

    private final Kernel kernel;
    private final Outages outages;
    private final FaultCounts counts;
    private final IntPredicate isIdle;
    private final List<Work> works = new ArrayList<>();
    private final int round;
    private final int look;
    private final int done;

    /** A maintenance, and how far it is. */
    private static final class Work {
        private final Maintenance spec;
        private final List<FaultPart> parts;
        private final long[] closedAtNanos;
        private int next;
        private int underWay;
        private long beganNanos;

        Work(Maintenance spec, List<FaultPart> parts) {
            this.spec = spec;
            this.parts = parts;
            closedAtNanos = new long[parts.size()];
        }
    }

    /**
     * Those of a scenario.
     *
     * @param isIdle whether no request is at a replica or on the way to or from it
     */
    MaintenanceRounds(Kernel kernel, Scenario scenario, Outages outages, FaultCounts counts, IntPredicate isIdle) {
        this.kernel = kernel;
        this.outages = outages;
        this.counts = counts;
        this.isIdle = isIdle;
        FaultParts parts = new FaultParts(scenario);
        scenario.faults().maintenance().forEach(spec -> works.add(new Work(spec, parts.of(spec.kind(), spec.scope()))));
        round = kernel.register(EventRank.CONTROL, (work, unused) -> onRound(work));
        look = kernel.register(EventRank.CONTROL, this::onLook);
        done = kernel.register(EventRank.CONTROL, this::onDone);
    }

    /** Schedules the first round of each. */
    void start() {
        for (int work = 0; work < works.size(); work++) {
            if (!works.get(work).parts.isEmpty()) {
                kernel.schedule(works.get(work).spec.atNanos(), round, work, 0);
            }
        }
    }

    private void onRound(int number) {
        Work work = works.get(number);
        work.next = 0;
        work.beganNanos = kernel.nowNanos();
        goOn(number);
    }

    private void goOn(int number) {
        Work work = works.get(number);
        while (work.underWay < work.spec.atOnce() && work.next < work.parts.size()) {
            int part = work.next++;
            work.underWay++;
            work.closedAtNanos[part] = kernel.nowNanos();
            counts.begun(work.spec.id(), 1);
            outages.close(work.parts.get(part));
            kernel.schedule(kernel.nowNanos(), look, number, part);
        }
    }

    /** Looks whether it can be stopped; the first time, after all that are closed at this instant. */
    private void onLook(int number, int part) {
        Work work = works.get(number);
        long deadline = work.closedAtNanos[part] + work.spec.graceNanos();
        boolean isEmpty = work.parts.get(part).stream().allMatch(isIdle);
        if (isEmpty || kernel.nowNanos() >= deadline) {
            outages.begin(List.of(work.parts.get(part)));
            kernel.schedule(kernel.nowNanos() + work.spec.takesNanos(), done, number, part);
        } else {
            kernel.schedule(Math.min(deadline, kernel.nowNanos() + LOOK_NANOS), look, number, part);
        }
    }

    private void onDone(int number, int part) {
        Work work = works.get(number);
        work.underWay--;
        counts.ended(work.spec.id(), 1, kernel.nowNanos() - work.closedAtNanos[part]);
        outages.reopen(work.parts.get(part));
        goOn(number);
        if (work.underWay == 0 && work.spec.everyNanos().isPresent()) {
            long next = work.beganNanos + work.spec.everyNanos().getAsLong();
            kernel.schedule(Math.max(kernel.nowNanos(), next), round, number, 0);
        }
    }
}
