package org.tafsim.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tafsim.units.Durations;

/**
 * Directed links, each serving transfers first come first served at its full rate. A link needs no queue: the time at which
 * it falls free says when the next one begins. Links come in pairs, 2k one way and 2k + 1 back; the first are the connections of the
 * sites in their order, toward the site and back.
 */
final class Links {
    private final List<LinkFacts> facts = new ArrayList<>();
    private long[] freeAtNanos = new long[64];
    private long[] transmittedNanos = new long[64];
    private long[] bytesCarried = new long[64];

    /** Adds both directions of a link. @return the first one's number, an even one */
    int addPair(LinkFacts forth, LinkFacts back) {
        int forthLink = facts.size();
        facts.add(forth);
        facts.add(back);
        if (facts.size() > freeAtNanos.length) {
            freeAtNanos = Arrays.copyOf(freeAtNanos, 2 * freeAtNanos.length);
            transmittedNanos = Arrays.copyOf(transmittedNanos, 2 * transmittedNanos.length);
            bytesCarried = Arrays.copyOf(bytesCarried, 2 * bytesCarried.length);
        }
        return forthLink;
    }

    /** The same link the other way. */
    static int reversed(int link) {
        return link ^ 1;
    }

    /** The connection of a site, toward it. */
    int toSite(int site) {
        return 2 * site;
    }

    /** The connection of a site, away from it. */
    int fromSite(int site) {
        return reversed(toSite(site));
    }

    int size() {
        return facts.size();
    }

    LinkFacts facts(int link) {
        return facts.get(link);
    }

    List<LinkFacts> listFacts() {
        return List.copyOf(facts);
    }

    long propagationNanos(int link) {
        return facts.get(link).propagationNanos();
    }

    /**
     * Sends a transfer that has just come whole: after those before it, max(now, free) + 8 · bytes / rate, rounded up.
     *
     * @return when its last byte leaves (ns)
     */
    long transmit(int link, long bytes, long nowNanos) {
        long lengthNanos = nanosOf(bytes, facts.get(link).bitsPerSecond());
        freeAtNanos[link] = Math.max(nowNanos, freeAtNanos[link]) + lengthNanos;
        transmittedNanos[link] += lengthNanos;
        bytesCarried[link] += bytes;
        return freeAtNanos[link];
    }

    /** Counts bytes that go by without waiting or making others wait. */
    void count(int link, long bytes) {
        bytesCarried[link] += bytes;
    }

    long bytesCarried(int link) {
        return bytesCarried[link];
    }

    /** Time until the link has sent all it was given (ns). */
    long backlogNanos(int link, long nowNanos) {
        return Math.max(0, freeAtNanos[link] - nowNanos);
    }

    /** Time spent sending so far (ns). */
    long busyNanos(int link, long nowNanos) {
        return transmittedNanos[link] - backlogNanos(link, nowNanos);
    }

    /** Time to send this many bytes at this rate (ns), rounded up. */
    static long nanosOf(long bytes, double bitsPerSecond) {
        return Durations.nanosOfSeconds(bytes * 8.0 / bitsPerSecond);
    }
}
