package org.tafsim.life;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.tafsim.model.LifeSpec;

/**
 * Copies of weights on the disks and in the host memories of sites. Where room is needed, the copy goes that was used least
 * recently.
 */
final class Copies {
    private final LifeSpec life;
    private final List<SiteStoreSpec> sites;
    private final List<OnDemandReplica> replicas;
    private final boolean[] onDisk;
    private final boolean[] inHost;
    private final long[] lastUse;
    private final boolean[] hasImage;
    private final long[] diskUsed;
    private final long[] hostUsed;
    private final long[] diskFreeAtNanos;
    private final IntPredicate isIdle;
    private final IntConsumer onDropped;
    private long uses;

    /**
     * The copies there are at the start.
     *
     * @param isIdle tells which copies nobody is writing, reading or about to read, by replica
     * @param onDropped told of replicas that have lost one
     */
    Copies(
            LifeSpec life,
            List<SiteStoreSpec> sites,
            List<OnDemandReplica> replicas,
            IntPredicate isIdle,
            IntConsumer onDropped) {
        this.life = life;
        this.sites = sites;
        this.replicas = replicas;
        this.isIdle = isIdle;
        this.onDropped = onDropped;
        onDisk = new boolean[replicas.size()];
        inHost = new boolean[replicas.size()];
        lastUse = new long[replicas.size()];
        hasImage = new boolean[sites.size()];
        diskUsed = new long[sites.size()];
        hostUsed = new long[sites.size()];
        diskFreeAtNanos = new long[sites.size()];
        for (int r = 0; r < onDisk.length; r++) {
            if (sites.get(siteOf(r)).isOnDisk()) {
                keepImage(siteOf(r));
                onDisk[r] = fitsDisk(r);
                diskUsed[siteOf(r)] += onDisk[r] ? weightBytes(r) : 0;
            }
        }
    }

    private void keepImage(int site) {
        boolean fits = life.keepsOnDisk() && diskUsed[site] + life.imageBytes() <= life.diskBytes();
        if (!hasImage[site] && fits) {
            hasImage[site] = true;
            diskUsed[site] += life.imageBytes();
        }
    }

    private boolean fitsDisk(int r) {
        return diskUsed[siteOf(r)] + weightBytes(r) <= life.diskBytes();
    }

    /** Where a replica rests. */
    LifeState where(int r) {
        if (inHost[r]) {
            return LifeState.IN_HOST;
        }
        return onDisk[r] ? LifeState.ON_DISK : LifeState.ABSENT;
    }

    boolean isInHost(int r) {
        return inHost[r];
    }

    boolean isOnDisk(int r) {
        return onDisk[r];
    }

    /** Whether what is pulled goes by way of the disk, as far as there is room. */
    boolean keeps() {
        return life.keepsOnDisk();
    }

    /** Bytes to pull before a replica can be loaded: its weights, and the image where the site has none. */
    long bytesToPull(int r) {
        return weightBytes(r) + (hasImage[siteOf(r)] ? 0 : life.imageBytes());
    }

    /** Room is made on the disk for what is being pulled, where that is to stay. */
    void pull(int r) {
        keepImage(siteOf(r));
        lastUse[r] = ++uses;
        if (!life.keepsOnDisk()) {
            return;
        }
        while (!fitsDisk(r)) {
            int oldest = oldest(siteOf(r), onDisk);
            if (oldest < 0) {
                return; // it goes through to host memory, and is not kept
            }
            drop(onDisk, diskUsed, oldest);
        }
        onDisk[r] = true;
        diskUsed[siteOf(r)] += weightBytes(r);
    }

    /** An evicted replica leaves its weights in host memory, where there is room or older ones make it. */
    void evict(int r) {
        lastUse[r] = ++uses;
        int site = siteOf(r);
        if (weightBytes(r) > sites.get(site).hostBytes()) {
            return;
        }
        while (hostUsed[site] + weightBytes(r) > sites.get(site).hostBytes()) {
            int oldest = oldest(site, inHost);
            if (oldest < 0) {
                return;
            }
            drop(inHost, hostUsed, oldest);
        }
        inHost[r] = true;
        hostUsed[site] += weightBytes(r);
    }

    /** The engine's process is gone, and what it kept in host memory. */
    void leaveHost(int r) {
        if (inHost[r]) {
            inHost[r] = false;
            hostUsed[siteOf(r)] -= weightBytes(r);
        }
    }

    private void drop(boolean[] copies, long[] used, int r) {
        copies[r] = false;
        used[siteOf(r)] -= weightBytes(r);
        onDropped.accept(r);
    }

    /** Of the copies that are idle, the one used least recently; -1 where there is none. */
    private int oldest(int site, boolean[] copies) {
        int oldest = -1;
        for (int r = 0; r < copies.length; r++) {
            if (copies[r] && siteOf(r) == site && isIdle.test(r) && (oldest < 0 || lastUse[r] < lastUse[oldest])) {
                oldest = r;
            }
        }
        return oldest;
    }

    /** Reads weights from a site's disk, after what is being read there. @return when they are in host memory (ns) */
    long readDisk(int r, long fromNanos, long readNanos) {
        int site = siteOf(r);
        diskFreeAtNanos[site] = Math.max(fromNanos, diskFreeAtNanos[site]) + readNanos;
        lastUse[r] = ++uses;
        return diskFreeAtNanos[site];
    }

    private int siteOf(int r) {
        return replicas.get(r).site();
    }

    private long weightBytes(int r) {
        return replicas.get(r).weightBytes();
    }

    /** Counts the books of a site anew: what is kept is what is there. */
    boolean areCounted() {
        long[] disk = new long[sites.size()];
        long[] host = new long[sites.size()];
        for (int site = 0; site < disk.length; site++) {
            disk[site] = hasImage[site] ? life.imageBytes() : 0;
        }
        for (int r = 0; r < onDisk.length; r++) {
            disk[siteOf(r)] += onDisk[r] ? weightBytes(r) : 0;
            host[siteOf(r)] += inHost[r] ? weightBytes(r) : 0;
        }
        for (int site = 0; site < disk.length; site++) {
            if (disk[site] != diskUsed[site]
                    || host[site] != hostUsed[site]
                    || disk[site] > life.diskBytes()
                    || host[site] > sites.get(site).hostBytes()) {
                return false;
            }
        }
        return true;
    }
}
