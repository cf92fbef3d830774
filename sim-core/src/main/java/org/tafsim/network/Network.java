package org.tafsim.network;

import java.util.List;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.random.KeyedDraws;
import org.tafsim.model.FaultKind;
import org.tafsim.model.Scenario;
import org.tafsim.model.Site;
import org.tafsim.radio.RadioAccess;

/**
 * Carries requests from users to sites and answers back: radio access, the UPF anchor, transport, the site's connection. See
 * docs/model/network.md. Populations, sites and links go by index, the first two in scenario order.
 *
 * <p>A transfer moves whole from hop to hop. A hop of limited capacity is one event, at which it has come whole and takes its
 * place behind those that came before; delays without capacity are added to the next event. Nothing is allocated per
 * transfer.
 */
public final class Network {

    /** The leg of every transfer from a user to a site. */
    public static final int UPLINK = 0;

    private final Kernel kernel;
    private final KeyedDraws draws;
    private final DeliveryListener listener;
    private final Links links = new Links();
    private final Paths paths;
    private final int firstGraphLink;
    private final TransferTable transfers = new TransferTable();
    private final Air air;
    private final Connections connections;
    private final DeliveryTimes times = new DeliveryTimes();
    private final int radio;
    private final int delivery;
    private final int loss;

    /** Whether links of the graph may fail. */
    private final boolean isFallible;

    private final Transit transit;
    private final DownOrder order = new DownOrder();
    private final Downstreams downstreams = new Downstreams();
    private long bytesSentUp;
    private long bytesLost;
    private long lost;

    /**
     * Sets up an idle network.
     *
     * @param draws of this purpose alone
     * @param listener told of every delivery
     * @throws IllegalArgumentException when the transport graph is faulty or leaves a UPF without path to a site
     */
    public Network(Kernel kernel, Scenario scenario, KeyedDraws draws, DeliveryListener listener) {
        this.kernel = kernel;
        this.draws = draws;
        this.listener = listener;
        for (Site site : scenario.sites()) {
            links.addPair(connection(site, "in"), connection(site, "out"));
        }
        firstGraphLink = links.size();
        isFallible = scenario.faults().mayHit(FaultKind.TRANSPORT_LINK);
        paths = new Paths(scenario, Transport.of(scenario, links));
        transit = new Transit(kernel, links, paths, transfers, isFallible, new TransitEnds());
        air = new Air(kernel, scenario, draws, transfers, this::onSentByRadio);
        connections = new Connections(scenario.apps(), draws);
        radio = kernel.register(EventRank.TRANSFER, (slot, unused) -> onRadio(slot));
        delivery = kernel.register(EventRank.TRANSFER, (slot, unused) -> onDelivery(slot));
        loss = kernel.register(EventRank.TRANSFER, (slot, unused) -> onLoss(slot));
    }

    private static LinkFacts connection(Site site, String direction) {
        return new LinkFacts("%s:%s".formatted(site.id(), direction), site.uplinkBitsPerSecond(), 0, site.operatorId());
    }

    /**
     * Sends from a user to a site, now. Opens the connection of the token: what was sent down under it before is forgotten.
     *
     * @param token names the connection, at least 0; small numbers that are used again after the last delivery
     * @param app whose slice and transport protocol it goes by
     * @param bytes at least 0
     * @param drawKey names the request for its random delays, the same for all its transfers
     */
    public void sendUp(int token, int app, int population, int site, long bytes, long drawKey) {
        checkTransfer(token, bytes);
        downstreams.reset(token);
        order.forget(token);
        bytesSentUp += bytes;
        int slot = transfers.take(token, UPLINK, app, population, site, bytes, drawKey, kernel.nowNanos());
        if (connections.isFree(app)) {
            onRadio(slot);
        } else {
            double roundTrip = paths.meanRoundTripSeconds(population, site);
            transfers.setConnectNanos(slot, connections.nanos(app, bytes, roundTrip, drawKey));
            kernel.schedule(kernel.nowNanos() + transfers.connectNanos(slot), radio, slot, 0);
        }
    }

    /** A transfer reaches the radio: from its user, or down from the UPF. */
    private void onRadio(int slot) {
        boolean isUp = transfers.leg(slot) == UPLINK;
        if (!air.hasCells(transfers.population(slot))) {
            long bytesNanos = access(slot).uplinkBytesNanos(transfers.bytes(slot));
            leaveRadioUp(slot, withChanges(slot, uplinkDelayNanos(slot) + bytesNanos));
            return;
        }
        transfers.setRadioNanos(slot, kernel.nowNanos());
        if (isUp || downstreams.isFirst(transfers.token(slot), slot)) {
            air.enter(slot);
        }
    }

    /** A cell has carried a transfer's bytes; what is left is the delay of a small packet. */
    private void onSentByRadio(int slot) {
        long sinceNanos = transfers.radioNanos(slot);
        if (transfers.leg(slot) == UPLINK) {
            long delay = uplinkDelayNanos(slot);
            transfers.setRadioNanos(slot, kernel.nowNanos() - sinceNanos);
            leaveRadioUp(slot, delay);
        } else {
            long delay = access(slot).downlinkNanos(draws, transfers.drawKey(slot), kernel.nowNanos());
            leaveRadioDown(slot, sinceNanos, kernel.nowNanos() + delay);
            int next = downstreams.next(transfers.token(slot), slot);
            if (next >= 0) {
                air.enter(next);
            }
        }
    }

    private void leaveRadioUp(int slot, long afterNanos) {
        int population = transfers.population(slot);
        transfers.setRadioNanos(slot, transfers.radioNanos(slot) + afterNanos);
        transit.enterUp(slot, kernel.nowNanos() + afterNanos + paths.backhaulNanos(population));
    }

    private void onLoss(int slot) {
        int token = transfers.token(slot);
        int leg = transfers.leg(slot);
        bytesLost += transfers.bytes(slot);
        lost++;
        transfers.free(slot);
        listener.onUndeliverable(token, leg);
    }

    private void leaveRadioDown(int slot, long sinceNanos, long atUserNanos) {
        long delivered = downstreams.inOrder(transfers.token(slot), atUserNanos);
        transfers.setRadioNanos(slot, delivered - sinceNanos);
        kernel.schedule(delivered, delivery, slot, 0);
    }

    /** Time on the radio with what changes of cell add to it (ns). */
    private long withChanges(int slot, long nanos) {
        return nanos
                + air.silenceNanos(transfers.population(slot), transfers.drawKey(slot), transfers.leg(slot), nanos);
    }

    private RadioAccess access(int slot) {
        return paths.access(transfers.population(slot));
    }

    private long uplinkDelayNanos(int slot) {
        return access(slot).uplinkNanos(draws, transfers.drawKey(slot), kernel.nowNanos());
    }

    /**
     * Sends from a site to a user, now. Transfers down of one token are delivered in the order of sending.
     *
     * @param token names the connection
     * @param app whose slice it goes by
     * @param bytes at least 0
     * @param drawKey names the request: all its transfers down meet the same draw of the radio, as packets of one connection
     * @param leg handed to the listener, any number but {@link #UPLINK}
     */
    public void sendDown(int token, int app, int site, int population, long bytes, long drawKey, int leg) {
        checkTransfer(token, bytes);
        if (leg == UPLINK) {
            throw new IllegalArgumentException(
                    "The leg of a transfer down (%d) must not be that of the uplink.".formatted(leg));
        }
        int slot = transfers.take(token, leg, app, population, site, bytes, drawKey, kernel.nowNanos());
        if (isFallible) {
            order.sent(token, slot);
        }
        transit.leaveSite(slot);
    }

    /**
     * Counts bytes on the links from a site to a user without sending them: tokens between the first and the last, too small
     * to make others wait.
     */
    public void countDown(int site, int population, long bytes) {
        checkTransfer(0, bytes);
        Route route = paths.route(population, site);
        links.count(siteOutLink(site), bytes);
        for (int place = 0; place < route.linkCount(); place++) { // none where no way leads there
            links.count(route.linkDown(place), bytes);
        }
    }

    /**
     * Sends from one site to another, now: over the connections of both and what lies between. Nothing is to be sent from a site
     * to itself; that is delivered at once.
     *
     * @param token handed to the listener, at least 0
     * @param bytes at least 0
     * @param leg handed to the listener
     * @throws IllegalArgumentException when no path leads there
     */
    public void sendBetween(int token, int fromSite, int toSite, long bytes, int leg) {
        checkTransfer(token, bytes);
        int slot = transfers.takeBetween(token, leg, fromSite, toSite, bytes, kernel.nowNanos());
        if (fromSite == toSite) {
            kernel.schedule(kernel.nowNanos(), delivery, slot, 0);
        } else {
            transit.leaveSite(slot);
        }
    }

    private static void checkTransfer(int token, long bytes) {
        if (token < 0 || bytes < 0) {
            throw new IllegalArgumentException(
                    "The token (%d) and the size (%d bytes) of a transfer must be at least 0.".formatted(token, bytes));
        }
    }

    /** Out of the transport: to the site, to the radio, or nowhere. */
    private final class TransitEnds implements Transit.Ends {

        @Override
        public void atSite(int slot, long nanos) {
            kernel.schedule(nanos, delivery, slot, 0);
        }

        @Override
        public void atUpf(int slot, long nanos) {
            leaveTransport(slot, nanos);
        }

        @Override
        public void lost(int slot, long nanos) {
            kernel.schedule(nanos, loss, slot, 0);
        }
    }

    private void leaveTransport(int slot, long atUpfNanos) {
        if (!isFallible) {
            deliverDown(slot, atUpfNanos);
        } else if (order.isNext(slot, atUpfNanos)) {
            long nanos = atUpfNanos;
            for (int at = slot; at != DownOrder.NONE; at = order.goOn(transfers.token(at), at)) {
                nanos = Math.max(nanos, order.cameNanos(at));
                deliverDown(at, nanos);
            }
        }
    }

    private void deliverDown(int slot, long atUpfNanos) {
        int population = transfers.population(slot);
        long atCellNanos = atUpfNanos + paths.backhaulNanos(population);
        if (air.hasCells(population)) {
            kernel.schedule(atCellNanos, radio, slot, 0);
        } else {
            long nanos = access(slot).downlinkNanos(draws, transfers.drawKey(slot), atCellNanos)
                    + access(slot).downlinkBytesNanos(transfers.bytes(slot));
            leaveRadioDown(slot, atCellNanos, atCellNanos + withChanges(slot, nanos));
        }
    }

    private void onDelivery(int slot) {
        int token = transfers.token(slot);
        int leg = transfers.leg(slot);
        times.set(
                transfers.connectNanos(slot),
                transfers.radioNanos(slot),
                fiberNanos(slot),
                kernel.nowNanos() - transfers.sentNanos(slot));
        transfers.free(slot);
        listener.onDelivered(token, leg);
    }

    private long fiberNanos(int slot) {
        long inTransport = transfers.route(slot).totalNanos();
        return transfers.isBetweenSites(slot)
                ? inTransport
                : paths.backhaulNanos(transfers.population(slot)) + inTransport;
    }

    /**
     * One more reason for a link of the graph to be down, both ways, from now on: what is sent takes other ways. What is under way goes
     * on by the way it has.
     *
     * @param number in the order of the scenario
     */
    public void failLink(int number) {
        paths.fail(graphLink(number));
    }

    /** One reason less; what has waited for a way sets out where there is one now. */
    public void repairLink(int number) {
        if (paths.repair(graphLink(number))) {
            transit.retryStalled();
        }
    }

    private int graphLink(int number) {
        return firstGraphLink + 2 * number;
    }

    /** Whether a link of the graph is up. */
    public boolean isLinkUp(int number) {
        return paths.isUp(graphLink(number));
    }

    /** Whether a way leads from a population to a site. */
    public boolean reaches(int population, int site) {
        return paths.route(population, site).leads();
    }

    /** Transfers of users that took another way so far than if every link were up. */
    public long detours() {
        return transit.detours();
    }

    /** Transfers down and between sites that had to wait for a way so far. */
    public long stalls() {
        return transit.stalls();
    }

    /** Transfers up that found no way so far. */
    public long lost() {
        return lost;
    }

    /** Their bytes. */
    public long bytesLost() {
        return bytesLost;
    }

    /** Bytes of answers that wait at their sites for a way. */
    public long bytesStalled() {
        return transit.bytesStalled();
    }

    /** Where the time of the transfer went of which the listener is being told. */
    public DeliveryTimes deliveryTimes() {
        return times;
    }

    /** Mean share of a population's cells that transfers up have used so far, in [0, 1]; 0 where it has no cells. */
    public double uplinkUtilization(int population) {
        return air.utilization(population, true);
    }

    /** The same down. */
    public double downlinkUtilization(int population) {
        return air.utilization(population, false);
    }

    /** Changes of cell that interrupted a transfer so far, where cells are shared. */
    public long handovers() {
        return air.changes();
    }

    /** Checks the cells, and the ways that are known. */
    public void audit() {
        air.audit();
        paths.audit(kernel.nowNanos());
    }

    /** Mean round trip of a small packet between user and site on an idle network (s), radio included; infinite where no way leads there. */
    public double meanRoundTripSeconds(int population, int site) {
        return paths.meanRoundTripSeconds(population, site);
    }

    /** Delay from one site to another (s), one way; infinite where no way leads there. */
    public double secondsBetween(int fromSite, int toSite) {
        return fromSite == toSite ? 0 : paths.secondsBetween(fromSite, toSite);
    }

    /** Countries and operators that the way up from a user to a site crosses; the way down crosses the same. */
    public PathFacts uplinkPath(int population, int site) {
        return paths.facts(population, site);
    }

    /** All links of limited capacity, by index: both directions of each site's connection, then those of the graph. */
    public List<LinkFacts> listLinks() {
        return links.listFacts();
    }

    /** Index of a site's connection, toward the site. */
    public int siteInLink(int site) {
        return links.toSite(site);
    }

    /** Index of a site's connection, away from the site. */
    public int siteOutLink(int site) {
        return links.fromSite(site);
    }

    /** Bytes that a link was given so far, those counted by {@link #countDown} included. */
    public long bytesCarried(int link) {
        return links.bytesCarried(link);
    }

    /** Bytes that the connections of sites were given for other sites so far, at either end. */
    public long bytesBetweenSites() {
        return transit.bytesBetweenSites();
    }

    /** Bytes that users sent and that no site's connection was given yet. */
    public long bytesOnTheWayUp() {
        return bytesSentUp - transit.bytesEntered() - bytesLost;
    }

    /** Time that a link has spent sending so far (ns); bytes counted by {@link #countDown} take none. */
    public long busyNanos(int link) {
        return links.busyNanos(link, kernel.nowNanos());
    }

    /** Time until a link has sent all it was given (ns). */
    public long backlogNanos(int link) {
        return links.backlogNanos(link, kernel.nowNanos());
    }

    /** Share of the time so far that a link was sending, in [0, 1]; 0 at time 0. */
    public double utilization(int link) {
        return kernel.nowNanos() == 0 ? 0 : (double) busyNanos(link) / kernel.nowNanos();
    }

    /** Transfers sent and not yet delivered. */
    public int transfersInFlight() {
        return transfers.size();
    }
}
