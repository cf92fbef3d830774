package org.tafsim.life;

import org.tafsim.model.LifeSpec;
import org.tafsim.units.Durations;

/** How long the parts of a start take (docs/model/model-life.md, equations 1 to 3). */
final class StartTimes {
    private final LifeSpec life;

    StartTimes(LifeSpec life) {
        this.life = life;
    }

    /** Weights from the disk to host memory (ns). */
    long readNanos(OnDemandReplica replica) {
        return Durations.nanosOfSeconds(replica.weightBytes() / life.storageBytesPerSecond());
    }

    /** Weights from host memory to all cards, each over its own link (ns). */
    long moveNanos(OnDemandReplica replica) {
        double each = (double) replica.weightBytes() / replica.cards();
        return Durations.nanosOfSeconds(each / life.hostLinkBytesPerSecond());
    }

    /** The engine's way to its first read (ns). */
    long engineNanos() {
        return life.startNanos();
    }

    /** From the last weight to the first request (ns). */
    long warmupNanos() {
        return life.warmupNanos();
    }

    /** All of a start whose weights are at the site and whose memory is free (s). */
    double seconds(OnDemandReplica replica, boolean isInHost, boolean isOnDisk) {
        long move = moveNanos(replica);
        long cold = engineNanos() + warmupNanos() + (isOnDisk ? readNanos(replica) : 0);
        return Durations.secondsOfNanos(isInHost ? move : move + cold);
    }
}
