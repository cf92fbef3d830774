package org.tafsim.network;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;

/**
 * The part of a transfer's way between the UPF and the site: links of limited capacity, one event each, by the way that leads there when
 * it sets out. A transfer keeps its way whatever fails later; where no way leads, what users sent is lost, and what begins at a site
 * waits.
 */
final class Transit {

    /** Told where a transfer leaves the transport. */
    interface Ends {

        /** Up and between sites: it is at its site at an instant not before now (ns). */
        void atSite(int transfer, long nanos);

        /** Down: it is at the UPF at an instant not before now (ns). */
        void atUpf(int transfer, long nanos);

        /** Up: no way leads to its site, as is found at the UPF. */
        void lost(int transfer, long nanos);
    }

    private final Kernel kernel;
    private final Links links;
    private final Paths paths;
    private final TransferTable transfers;
    private final Ends ends;
    private final int hop;

    /** Whether links of the graph may fail. */
    private final boolean isFallible;

    /** Transfers that wait for a way, in the order of sending. */
    private final List<Integer> stalled = new ArrayList<>();

    private long bytesEntered;
    private long bytesBetweenSites;
    private long detours;
    private long stalls;

    Transit(Kernel kernel, Links links, Paths paths, TransferTable transfers, boolean isFallible, Ends ends) {
        this.kernel = kernel;
        this.links = links;
        this.paths = paths;
        this.transfers = transfers;
        this.isFallible = isFallible;
        this.ends = ends;
        hop = kernel.register(EventRank.TRANSFER, this::onHop);
        if (isFallible) {
            paths.keepUsual();
        }
    }

    /** A transfer up comes to the UPF at an instant (ns). */
    void enterUp(int slot, long atUpfNanos) {
        Route route = paths.route(transfers.population(slot), transfers.site(slot));
        if (!route.leads()) {
            ends.lost(slot, atUpfNanos);
            return;
        }
        take(slot, route);
        kernel.schedule(atUpfNanos + route.headNanos(), hop, slot, 0);
    }

    /** A transfer that begins at a site sets out, now, or waits until a way leads on. */
    void leaveSite(int slot) {
        Route route = transfers.isBetweenSites(slot)
                ? paths.routeBetween(transfers.fromSite(slot), transfers.site(slot))
                : paths.route(transfers.population(slot), transfers.site(slot));
        if (route.leads()) {
            take(slot, route);
            onHop(slot, 0);
        } else {
            stalled.add(slot);
            stalls++;
        }
    }

    private void take(int slot, Route route) {
        transfers.setRoute(slot, route);
        if (isFallible && !transfers.isBetweenSites(slot)) {
            detours += paths.isUsual(route, transfers.population(slot), transfers.site(slot)) ? 0 : 1;
        }
    }

    /** What has waited sets out where there is a way now. */
    void retryStalled() {
        if (stalled.isEmpty()) {
            return;
        }
        List<Integer> waiting = List.copyOf(stalled);
        stalled.clear();
        long counted = stalls;
        waiting.forEach(this::leaveSite);
        stalls = counted;
    }

    private void onHop(int slot, int place) {
        Route route = transfers.route(slot);
        if (transfers.isBetweenSites(slot)) {
            hopBetween(slot, route, place);
        } else if (transfers.leg(slot) == Network.UPLINK) {
            hopUp(slot, route, place);
        } else {
            hopDown(slot, route, place);
        }
    }

    /** Places on the way up: the links of the route, then the site's connection. */
    private void hopUp(int slot, Route route, int place) {
        if (place == route.linkCount()) {
            bytesEntered += transfers.bytes(slot);
            ends.atSite(slot, transmit(links.toSite(transfers.site(slot)), slot));
            return;
        }
        int link = route.linkUp(place);
        long tailNanos = place + 1 == route.linkCount() ? route.tailNanos() : 0;
        kernel.schedule(transmit(link, slot) + links.propagationNanos(link) + tailNanos, hop, slot, place + 1);
    }

    /** Places on the way down: the site's connection, then the links of the route. */
    private void hopDown(int slot, Route route, int place) {
        int link = place == 0 ? links.fromSite(transfers.site(slot)) : route.linkDown(place - 1);
        long reachesNanos = transmit(link, slot) + links.propagationNanos(link);
        if (place == route.linkCount()) {
            ends.atUpf(slot, reachesNanos + route.headNanos());
            return;
        }
        long tailNanos = place == 0 ? route.tailNanos() : 0;
        kernel.schedule(reachesNanos + tailNanos, hop, slot, place + 1);
    }

    /** Places between sites: the connection of the first, the links of the route, the connection of the second. */
    private void hopBetween(int slot, Route route, int place) {
        if (place > route.linkCount()) {
            bytesBetweenSites += transfers.bytes(slot);
            ends.atSite(slot, transmit(links.toSite(transfers.site(slot)), slot));
            return;
        }
        if (place == 0) {
            bytesBetweenSites += transfers.bytes(slot);
        }
        int link = place == 0 ? links.fromSite(transfers.fromSite(slot)) : route.linkUp(place - 1);
        long headNanos = place == 0 ? route.headNanos() : 0;
        long tailNanos = place == route.linkCount() ? route.tailNanos() : 0;
        long reachesNanos = transmit(link, slot) + links.propagationNanos(link);
        kernel.schedule(reachesNanos + headNanos + tailNanos, hop, slot, place + 1);
    }

    private long transmit(int link, int slot) {
        return links.transmit(link, transfers.bytes(slot), kernel.nowNanos());
    }

    /** Transfers of users that took another way so far than if every link were up. */
    long detours() {
        return detours;
    }

    /** Transfers down and between sites that had to wait for a way so far. */
    long stalls() {
        return stalls;
    }

    /** Bytes of answers that wait at their sites for a way. */
    long bytesStalled() {
        long bytes = 0;
        for (int slot : stalled) {
            bytes += transfers.isBetweenSites(slot) ? 0 : transfers.bytes(slot);
        }
        return bytes;
    }

    /** Bytes from users that the connections of sites were given so far. */
    long bytesEntered() {
        return bytesEntered;
    }

    /** Bytes that the connections of sites were given for other sites so far, at either end. */
    long bytesBetweenSites() {
        return bytesBetweenSites;
    }
}
