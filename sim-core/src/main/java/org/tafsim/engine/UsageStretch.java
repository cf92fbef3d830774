package org.tafsim.engine;

import java.util.List;
import java.util.function.IntToLongFunction;
import org.tafsim.model.Scenario;
import org.tafsim.serving.ServingSystem;

/** What replicas did in a stretch of time, and for which applications. */
final class UsageStretch {

    private static final double UNITS_PER_SECOND = 1e9 * ServingSystem.BUSY_UNITS;

    private final int hour;
    private final long nanos;
    private final long[] busyNanos;
    private final long[] prefillNanos;

    /** Whose the time without prompt tokens was, by replica and application ({@link ServingSystem#BUSY_UNITS}). */
    private final long[][] plainUnits;

    /** The same of the time with them. */
    private final long[][] promptingUnits;

    /** Of replicas that share cards with RAN: time in which AI computed there, that times its share, and time of layer 1 (ns). */
    private final double[] sharedNanos;

    private final double[] workNanos;
    private final double[] ranNanos;

    /** Time in which replicas were turned off (ns). */
    private final long[] offNanos;

    private UsageStretch(int hour, long nanos, int replicas, int apps) {
        this.hour = hour;
        this.nanos = nanos;
        busyNanos = new long[replicas];
        prefillNanos = new long[replicas];
        plainUnits = new long[replicas][apps];
        promptingUnits = new long[replicas][apps];
        sharedNanos = new double[replicas];
        workNanos = new double[replicas];
        ranNanos = new double[replicas];
        offNanos = new long[replicas];
    }

    /** Since the start of the run, as of now. */
    static UsageStretch upTo(
            long nowNanos, Scenario scenario, ServingSystem serving, List<RanSite> ran, IntToLongFunction offNanos) {
        ran.forEach(site -> site.account(nowNanos));
        int apps = scenario.apps().size();
        UsageStretch stretch = look(nowNanos, scenario, apps, serving, ran, offNanos);
        for (int replica = 0; replica < stretch.busyNanos.length; replica++) {
            serving.addBusyUnits(replica, stretch.plainUnits[replica], stretch.promptingUnits[replica]);
        }
        return stretch;
    }

    /** The same for no application, and of RAN as of its last account. */
    static UsageStretch inAllUpTo(
            long nowNanos, Scenario scenario, ServingSystem serving, List<RanSite> ran, IntToLongFunction offNanos) {
        return look(nowNanos, scenario, 0, serving, ran, offNanos);
    }

    private static UsageStretch look(
            long nowNanos,
            Scenario scenario,
            int apps,
            ServingSystem serving,
            List<RanSite> ran,
            IntToLongFunction offNanos) {
        int replicas = scenario.replicas().size();
        UsageStretch stretch = new UsageStretch(0, nowNanos, replicas, apps);
        for (int replica = 0; replica < replicas; replica++) {
            stretch.busyNanos[replica] = serving.busyNanos(replica);
            stretch.prefillNanos[replica] = serving.prefillNanos(replica);
            stretch.offNanos[replica] = offNanos.applyAsLong(replica);
        }
        for (RanSite site : ran) {
            for (int replica : site.replicas()) {
                stretch.sharedNanos[replica] = site.sharedNanos();
                stretch.workNanos[replica] = site.workNanos();
                stretch.ranNanos[replica] = site.ranNanosOfReplica();
            }
        }
        return stretch;
    }

    /** What came after an earlier one, in an hour of the day. */
    UsageStretch since(UsageStretch earlier, int ofDay) {
        int replicas = busyNanos.length;
        int apps = replicas == 0 ? 0 : plainUnits[0].length;
        UsageStretch between = new UsageStretch(ofDay, nanos - earlier.nanos, replicas, apps);
        subtract(busyNanos, earlier.busyNanos, between.busyNanos);
        subtract(prefillNanos, earlier.prefillNanos, between.prefillNanos);
        subtract(offNanos, earlier.offNanos, between.offNanos);
        for (int replica = 0; replica < replicas; replica++) {
            subtract(plainUnits[replica], earlier.plainUnits[replica], between.plainUnits[replica]);
            subtract(promptingUnits[replica], earlier.promptingUnits[replica], between.promptingUnits[replica]);
            between.sharedNanos[replica] = sharedNanos[replica] - earlier.sharedNanos[replica];
            between.workNanos[replica] = workNanos[replica] - earlier.workNanos[replica];
            between.ranNanos[replica] = ranNanos[replica] - earlier.ranNanos[replica];
        }
        return between;
    }

    private static void subtract(long[] from, long[] what, long[] result) {
        for (int i = 0; i < from.length; i++) {
            result[i] = from[i] - what[i];
        }
    }

    /** Hour of the day, from 0, that it lies in; 0 where nobody asks. */
    int hour() {
        return hour;
    }

    /** Its end, where it began with the run; else its length (ns). */
    long nanos() {
        return nanos;
    }

    double seconds() {
        return nanos / 1e9;
    }

    /** Time in which a replica was not turned off (s). */
    double onSeconds(int replica) {
        return (nanos - offNanos[replica]) / 1e9;
    }

    double busySeconds(int replica) {
        return busyNanos[replica] / 1e9;
    }

    double prefillSeconds(int replica) {
        return prefillNanos[replica] / 1e9;
    }

    /** What a replica had of its cards while it computed, in [0, 1]; 1 where it shares them with nobody. */
    double cardShare(int replica) {
        return sharedNanos[replica] > 0 ? Math.min(1, workNanos[replica] / sharedNanos[replica]) : 1;
    }

    /** Time in which layer 1 had its cards, or would have had if it had had all of them (s). */
    double ranSeconds(int replica) {
        return ranNanos[replica] / 1e9;
    }

    /** Busy time of a replica that was for an application (s). */
    double busySeconds(int replica, int app) {
        return (plainUnits[replica][app] + promptingUnits[replica][app]) / UNITS_PER_SECOND;
    }

    /** Of it, in iterations with prompt tokens (s). */
    double prefillSeconds(int replica, int app) {
        return promptingUnits[replica][app] / UNITS_PER_SECOND;
    }
}
