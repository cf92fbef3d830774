package org.tafsim.engine;

import java.util.List;
import org.tafsim.kernel.InvariantViolation;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.App;
import org.tafsim.model.Scenario;
import org.tafsim.network.Network;
import org.tafsim.sovereignty.DataLedger;

/** What requests send over the network: up, from stage to stage, and down; and the books of these bytes. */
final class Traffic {

    /** The leg of what a stage hands on to the next. */
    private static final int BETWEEN_SITES = -1;

    private final Kernel kernel;
    private final List<App> apps;
    private final int sites;
    private final Placement placement;
    private final DataLedger data;
    private final RequestTable requests;
    private final PipelineTable pipelines;
    private final Network network;
    private final long[][] backhaulBytes;
    private long unmeasuredBytes;

    Traffic(
            Kernel kernel,
            Scenario scenario,
            Placement placement,
            DataLedger data,
            RequestTable requests,
            PipelineTable pipelines,
            Network network) {
        this.kernel = kernel;
        apps = scenario.apps();
        sites = scenario.sites().size();
        this.placement = placement;
        this.data = data;
        this.requests = requests;
        this.pipelines = pipelines;
        this.network = network;
        backhaulBytes = new long[apps.size()][sites];
    }

    /** Whether what arrives by this leg is a request at its replica; else it is an answer at its user. */
    static boolean goesToReplica(int leg) {
        return leg == Network.UPLINK || leg == BETWEEN_SITES;
    }

    /** Legs of answers: odd with the first token, even with the last; two for each replica that a request had. */
    private int answerLeg(int slot, boolean isLast) {
        return 1 + 2 * requests.generation[slot] + (isLast ? 1 : 0);
    }

    /** Whether an answer has the last token. */
    static boolean isLast(int leg) {
        return (leg - 1) % 2 != 0;
    }

    /** Whether an answer comes from the replica that the request has now. */
    boolean isCurrent(int slot, int leg) {
        return (leg - 1) / 2 == requests.generation[slot];
    }

    /** Sends a request to its replica: from its user, or from the site of the stage before. */
    void sendToReplica(int slot) {
        int site = placement.siteOf(requests.replica[slot]);
        if (requests.inputSite[slot] >= 0) {
            long bytes = pipelines.bytesTo(requests.app[slot], requests.stage[slot], requests.promptTokens[slot]);
            countBackhaul(slot, requests.inputSite[slot], bytes);
            countBackhaul(slot, site, bytes);
            network.sendBetween(slot, requests.inputSite[slot], site, bytes, BETWEEN_SITES);
            return;
        }
        long bytes = requestBytes(apps.get(requests.app[slot]), requests.promptTokens[slot]);
        count(slot, site, bytes);
        network.sendUp(slot, requests.app[slot], requests.population[slot], site, bytes, drawKey(slot));
    }

    /**
     * Sends one token down, or all that a batch has answered; tokens between the first and the last are counted, not queued.
     *
     * @param slot of the request whose connection it goes down by
     * @param from the same, or the part of it that has the answer
     */
    void sendDown(int slot, int from, boolean isLast) {
        int site = placement.siteOf(requests.replica[from]);
        int population = requests.population[slot];
        App app = apps.get(requests.app[slot]);
        int units = pipelines.answersEveryUnit(requests.app[slot]) ? requests.promptTokens[from] : 1;
        long sent = answerBytes(app, units);
        long between = 0;
        network.sendDown(slot, requests.app[slot], site, population, sent, drawKey(slot), answerLeg(slot, isLast));
        if (isLast && requests.outputTokens[slot] > 2) {
            between = answerBytes(app, requests.outputTokens[slot] - 2);
            network.countDown(site, population, between);
        }
        count(from, site, sent + between);
    }

    private void countBackhaul(int slot, int site, long bytes) {
        if (requests.measured[slot]) {
            backhaulBytes[requests.app[slot]][site] += bytes;
        }
    }

    /** What a site sent and received for the measured requests of an application, to and from users and other sites (bytes). */
    long backhaulBytes(int app, int site) {
        return backhaulBytes[app][site];
    }

    private void count(int slot, int site, long bytes) {
        countBackhaul(slot, site, bytes);
        if (requests.measured[slot]) {
            data.recordTransit(requests.lawApp[slot], requests.population[slot], site, kernel.nowNanos(), bytes);
        } else {
            unmeasuredBytes += bytes;
        }
    }

    /**
     * Checks INV-D1: every byte of the books went through the connection of a site, is under way to one, waits for a way behind one, or was
     * lost before, and no other did but for
     * what sites send each other.
     */
    void audit() {
        network.audit();
        long booked = data.transitBytes() + unmeasuredBytes;
        long carried =
                network.bytesOnTheWayUp() + network.bytesLost() + network.bytesStalled() - network.bytesBetweenSites();
        for (int site = 0; site < sites; site++) {
            carried += network.bytesCarried(network.siteInLink(site)) + network.bytesCarried(network.siteOutLink(site));
        }
        if (booked != carried) {
            throw new InvariantViolation(
                    "INV-D1", kernel.nowNanos(), "in the books %d bytes, carried %d".formatted(booked, carried));
        }
    }

    /** Key of a request's draws: its number within its app, and the app; survives any order of events. */
    private long drawKey(int slot) {
        return drawKey(requests.app[slot], requests.sequence[slot]);
    }

    static long drawKey(int app, long sequence) {
        return ((long) app << 40) | sequence;
    }

    /** What a user sends (bytes). */
    static long requestBytes(App app, int promptTokens) {
        App.Payload payload = app.payload();
        return payload.requestBytes() + wholeBytes(payload.promptTokenBytes() * promptTokens);
    }

    /** So many tokens of an answer, or units of a spoken one (bytes). */
    static long answerBytes(App app, int units) {
        return wholeBytes(app.payload().outputTokenBytes() * units);
    }

    private static long wholeBytes(double bytes) {
        return Math.max(1, (long) Math.ceil(bytes));
    }
}
