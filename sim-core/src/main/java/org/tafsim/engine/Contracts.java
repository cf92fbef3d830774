package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.kernel.EventHandler;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.InvariantViolation;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.OnInfeasible;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;

/**
 * Contracts between operators during a run: which candidates they leave to a request now, and how much of them is used. Where the
 * scenario states none, nothing is asked and nothing counted.
 */
final class Contracts {

    private final Kernel kernel;
    private final ContractIndex index;
    private final Placement placement;
    private final RunSpec run;
    private final List<ContractBook> books;
    private final ContractCandidates[] candidates;
    private final boolean[] decodes;
    private final boolean isAnybodyHeld;
    private final List<SeriesSample> series = new ArrayList<>();
    private final int again;
    private final int windowMoves;
    private final boolean[] isWindowWatched;
    private Runnable onRoom = () -> {};
    private Runnable atSample = () -> {};
    private boolean isAgainDue;
    private long ownServed;
    private long partnerServed;

    Contracts(Kernel kernel, Scenario scenario, ContractIndex index, Placement placement) {
        this.kernel = kernel;
        this.index = index;
        this.placement = placement;
        run = scenario.run();
        books = index.contracts().stream()
                .map(contract -> new ContractBook(contract, run))
                .toList();
        candidates = new ContractCandidates[2 * index.rows()];
        decodes = new boolean[scenario.replicas().size()];
        for (int i = 0; i < decodes.length; i++) {
            decodes[i] = scenario.replicas().get(i) instanceof ReplicaSpec;
        }
        isAnybodyHeld = index.isStated()
                && scenario.apps().stream().anyMatch(app -> app.terms().onInfeasible() instanceof OnInfeasible.Queue);
        again = register(EventRank.CONTROL, (entity, argument) -> tryAgain());
        windowMoves = register(EventRank.CONTROL, (contract, argument) -> onWindow(contract));
        isWindowWatched = new boolean[books.size()];
    }

    private int register(EventRank rank, EventHandler handler) {
        return index.isStated() ? kernel.register(rank, handler) : -1;
    }

    /** Whether operators keep to their own sites, contracts apart. */
    boolean isStated() {
        return index.isStated();
    }

    /**
     * Begins.
     *
     * @param whenThereIsRoom told when held requests may find a place under a contract again
     * @param atEverySample what else is to be looked at, in the intervals of series
     */
    void start(Runnable whenThereIsRoom, Runnable atEverySample) {
        if (!index.isStated()) {
            return;
        }
        onRoom = whenThereIsRoom;
        atSample = atEverySample;
        new SeriesClock(kernel, run, this::onSample).start();
        for (ContractBook book : books) {
            if (book.contract().fromNanos() > 0) {
                kernel.schedule(book.contract().fromNanos(), again, 0, 0);
            }
        }
    }

    private void onSample() {
        long now = kernel.nowNanos();
        atSample.run();
        for (ContractBook book : books) {
            if (now > 0) {
                series.add(new SeriesSample(now, "contract:" + book.contract().id(), "contract_use", book.inUse()));
            }
            if (now == run.warmupNanos()) {
                book.restart(now);
            }
        }
    }

    /**
     * Those of the open, lawful replicas that a request may go to now.
     *
     * @param lawApp the application, or the variant that the request becomes
     * @param open replicas; the array is known again as long as it is the same
     * @param isOtherwise whether these are alternatives
     */
    int[] within(int lawApp, int population, int[] open, boolean isOtherwise) {
        if (!index.isStated() || open.length == 0) {
            return open;
        }
        int row = index.rowOf(lawApp, population);
        long bits = openBits(index.row(row));
        return of(row, isOtherwise).of(open, bits);
    }

    private ContractCandidates of(int row, boolean isOtherwise) {
        int entry = 2 * row + (isOtherwise ? 1 : 0);
        if (candidates[entry] == null) {
            candidates[entry] = new ContractCandidates(index.row(row), placement);
        }
        return candidates[entry];
    }

    private long openBits(ContractRow row) {
        long bits = ContractRow.OWN;
        for (int i = 0; i < row.size(); i++) {
            ContractBook book = books.get(row.contract(i));
            bits |= book.isInForce(kernel.nowNanos()) && book.hasRoom(kernel.nowNanos()) ? 1L << i : 0;
        }
        return bits;
    }

    /** Counts the contracts that would open some of these replicas to a measured request and are used up. */
    void countFull(int lawApp, int population, int[] open) {
        if (!index.isStated()) {
            return;
        }
        ContractRow row = index.row(index.rowOf(lawApp, population));
        for (int i = 0; i < row.size(); i++) {
            ContractBook book = books.get(row.contract(i));
            boolean isFull = book.isInForce(kernel.nowNanos()) && !book.hasRoom(kernel.nowNanos());
            if (isFull && isWanted(row, i, open)) {
                book.countFull();
            }
        }
    }

    private boolean isWanted(ContractRow row, int bit, int[] open) {
        for (int replica : open) {
            if ((row.at(placement.siteOf(replica)) & (1L << bit)) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Notes under which contract a request goes to its replica. */
    void take(RequestTable requests, int slot) {
        if (!index.isStated()) {
            return;
        }
        ContractRow row = index.row(index.rowOf(requests.lawApp[slot], requests.population[slot]));
        int contract = row.first(placement.siteOf(requests.replica[slot]), openBits(row));
        requests.contract[slot] = contract;
        if (contract < 0) {
            return;
        }
        ContractBook book = books.get(contract);
        book.take(kernel.nowNanos(), requests.measured[slot]);
        check(book.keepsCapacity(kernel.nowNanos()), book);
        if (isAnybodyHeld && book.isOverRate(kernel.nowNanos())) {
            watchWindow(contract);
        }
    }

    /** A request has left its replica. */
    void release(RequestTable requests, int slot, boolean isServed) {
        if (!index.isStated()) {
            return;
        }
        int contract = requests.contract[slot];
        requests.contract[slot] = -1;
        boolean counts = isServed && requests.measured[slot];
        if (contract < 0) {
            ownServed += counts ? 1 : 0;
            return;
        }
        ContractBook book = books.get(contract);
        boolean wasFull = !book.hasRoom(kernel.nowNanos());
        book.release(kernel.nowNanos());
        if (counts) {
            partnerServed++;
            boolean isDecoder = decodes[requests.replica[slot]];
            book.charge(isDecoder ? (long) requests.promptTokens[slot] + requests.outputTokens[slot] : 0);
        }
        if (isAnybodyHeld && wasFull && !isAgainDue) {
            isAgainDue = true;
            kernel.schedule(kernel.nowNanos(), again, 0, 0);
        }
    }

    private void tryAgain() {
        isAgainDue = false;
        onRoom.run();
    }

    private void watchWindow(int contract) {
        if (!isWindowWatched[contract]) {
            isWindowWatched[contract] = true;
            kernel.schedule(books.get(contract).nextSliceNanos(kernel.nowNanos()), windowMoves, contract, 0);
        }
    }

    private void onWindow(int contract) {
        isWindowWatched[contract] = false;
        if (books.get(contract).isOverRate(kernel.nowNanos())) {
            watchWindow(contract);
        } else {
            onRoom.run();
        }
    }

    /** What a request like this one would cost its home operator at a replica (EUR per 1,000): by prompt, for nobody knows its answer. */
    double eurPer1k(int lawApp, int population, int replica, int promptTokens) {
        if (!index.isStated()) {
            return 0;
        }
        ContractRow row = index.row(index.rowOf(lawApp, population));
        int contract = row.first(placement.siteOf(replica), openBits(row));
        long tokens = decodes[replica] ? 1000L * promptTokens : 0;
        return contract < 0 ? 0 : books.get(contract).contract().price().eur(1000, (double) tokens);
    }

    /** Checks INV-C1: whoever is at a partner's site is so under a contract that opens it, and none is overdrawn. */
    void audit(RequestTable requests) {
        int[] counted = new int[books.size()];
        for (int slot = 0; slot < requests.slots() && index.isStated(); slot++) {
            if (requests.isUsed(slot) && requests.replica[slot] >= 0) {
                int contract = requests.contract[slot];
                int site = placement.siteOf(requests.replica[slot]);
                if (!index.row(index.rowOf(requests.lawApp[slot], requests.population[slot]))
                        .allows(site, contract)) {
                    throw new InvariantViolation(
                            "INV-C1",
                            kernel.nowNanos(),
                            "a request is at site %d under contract %d, which does not open it"
                                    .formatted(site, contract));
                }
                if (contract >= 0) {
                    counted[contract]++;
                }
            }
        }
        for (int i = 0; i < counted.length; i++) {
            check(counted[i] == books.get(i).inUse() && books.get(i).keepsCapacity(kernel.nowNanos()), books.get(i));
        }
    }

    private void check(boolean isKept, ContractBook book) {
        if (!isKept) {
            throw new InvariantViolation(
                    "INV-C1",
                    kernel.nowNanos(),
                    "contract %s: %d requests in use, of %s"
                            .formatted(
                                    book.contract().id(),
                                    book.inUse(),
                                    book.contract().capacity()));
        }
    }

    List<ContractBook> books() {
        return books;
    }

    List<SeriesSample> series() {
        return series;
    }

    /** Measured requests, and stages of such, served at sites of their home operator. */
    long ownServed() {
        return ownServed;
    }

    /** The same, at sites of partners. */
    long partnerServed() {
        return partnerServed;
    }
}
