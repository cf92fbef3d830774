package org.tafsim.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.App;
import org.tafsim.model.DecisionSpec;
import org.tafsim.model.OnInfeasible;
import org.tafsim.model.Scenario;
import org.tafsim.policy.AdmissionPolicy;
import org.tafsim.sovereignty.SiteSet;

/**
 * Finds a place for requests: asks the law and contracts, then the policy. Where there is no lawful place, does what the application says:
 * sends away, holds, degrades, redacts or makes an exception.
 */
final class Placer implements DecisionDesk.Decider {

    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final Kernel kernel;
    private final Scenario scenario;
    private final AppVariants variants;
    private final Placement placement;
    private final Contracts contracts;
    private final Router router;
    private final RunLedgers ledgers;
    private final RequestTable requests;
    private final Carrier carrier;
    private final Refusals refusals;
    private final int patience;
    private final int askAgain;
    private final DecisionDesk desk;
    private final long[] asked;
    private final long[] unplaced;
    private int[] held = new int[64];
    private int heldCount;

    /** What is done with a request that has been decided about. */
    interface Carrier {
        /** Sends it to the replica the table says. */
        void send(int slot);

        /** Ends it. */
        void end(int slot, Outcome outcome);
    }

    Placer(
            Kernel kernel,
            Scenario scenario,
            AppVariants variants,
            Placement placement,
            Contracts contracts,
            Router router,
            RunLedgers ledgers,
            RequestTable requests,
            Carrier carrier,
            DecisionSpec decision) {
        this.kernel = kernel;
        this.scenario = scenario;
        this.variants = variants;
        this.placement = placement;
        this.contracts = contracts;
        this.router = router;
        this.ledgers = ledgers;
        this.requests = requests;
        this.carrier = carrier;
        desk = new DecisionDesk(kernel, decision, router.isBatch(), requests, this);
        asked = new long[placement.rows()];
        unplaced = new long[placement.rows()];
        refusals = new Refusals(scenario, router.refusalReasons());
        patience = kernel.register(EventRank.CONTROL, this::onPatienceOver);
        askAgain = kernel.register(EventRank.CONTROL, this::onAskAgain);
    }

    /** Why the policy has sent requests away. */
    Refusals refusals() {
        return refusals;
    }

    /** A request wants a place; it gets one, ends or is held when that has been decided. */
    void place(int slot) {
        asked[placement.row(requests.asked[slot], requests.population[slot])]++;
        decideInTime(slot);
    }

    /** Requests that wanted a place, by row of {@link Placement#row}: all since the run began. */
    long[] asked() {
        return asked;
    }

    /** Of them, those that found none open. */
    long[] unplaced() {
        return unplaced;
    }

    private void decideInTime(int slot) {
        if (desk.isInstant()) {
            decide(slot);
        } else {
            desk.take(slot, candidates(slot).length);
        }
    }

    @Override
    public void decide(int slot) {
        int app = requests.app[slot];
        int asked = requests.asked[slot];
        int population = requests.population[slot];
        int[] lawful = candidates(slot);
        if (requests.measured[slot]) {
            contracts.countFull(asked, population, placement.candidates(asked, population));
        }
        if (lawful.length > 0) {
            ask(slot, asked, lawful);
            return;
        }
        unplaced[placement.row(asked, population)]++;
        OnInfeasible action = scenario.apps().get(app).terms().onInfeasible();
        int[] otherwise =
                contracts.within(variants.of(asked), population, placement.alternatives(asked, population), true);
        if (otherwise.length > 0) {
            ledgers.exceptions().count(action, app, requests.measured[slot]);
            ask(slot, variants.of(asked), otherwise);
        } else if (action instanceof OnInfeasible.Queue queue) {
            hold(slot, queue.patienceNanos());
        } else {
            carrier.end(slot, reason(asked, population));
        }
    }

    /** Open replicas that the law and contracts leave to a request now, exceptions apart; not to be changed. */
    int[] candidates(int slot) {
        int app = requests.asked[slot];
        int population = requests.population[slot];
        return contracts.within(app, population, placement.candidates(app, population), false);
    }

    private Outcome reason(int app, int population) {
        if (contracts.isStated() && placement.candidates(app, population).length > 0) {
            return Outcome.REJECTED_NO_CONTRACT; // with room
        }
        if (placement.hasLawfulPlace(app, population)) {
            return Outcome.REJECTED_UNAVAILABLE;
        }
        return contracts.isStated() && isLawfulSomewhere(app, population)
                ? Outcome.REJECTED_NO_CONTRACT
                : Outcome.REJECTED_NO_LAWFUL_PLACE;
    }

    private boolean isLawfulSomewhere(int app, int population) {
        SiteSet sites = placement.rules().feasibleSites(app, population);
        return Arrays.stream(placement.capable(app)).anyMatch(replica -> sites.contains(placement.siteOf(replica)));
    }

    private void ask(int slot, int lawApp, int[] replicas) {
        if (isLetIn(slot, lawApp, replicas) && !send(slot, lawApp, replicas)) {
            carrier.end(slot, Outcome.REJECTED_BY_POLICY);
        }
    }

    /** Whether a request goes on; else it has ended, or will be asked about again. */
    private boolean isLetIn(int slot, int lawApp, int[] replicas) {
        int verdict = router.admit(requests, slot, lawApp, replicas);
        if (verdict == AdmissionPolicy.ADMIT) {
            return true;
        }
        if (verdict > AdmissionPolicy.ADMIT) {
            long at = kernel.nowNanos() + NANOS_PER_MILLI * verdict;
            kernel.schedule(at, askAgain, slot, requests.generation[slot]);
        } else {
            countRefusal(slot, verdict);
            carrier.end(slot, Outcome.REJECTED_BY_POLICY);
        }
        return false;
    }

    private void countRefusal(int slot, int refusal) {
        if (requests.measured[slot] && !requests.isPart(slot)) {
            refusals.count(requests.app[slot], refusal);
        }
    }

    private void onAskAgain(int slot, int generation) {
        if (requests.isUsed(slot) && requests.generation[slot] == generation) {
            decideInTime(slot);
        }
    }

    /** Sends a request to one of these replicas, of which there is at least one; false where the policy refuses. */
    boolean send(int slot, int lawApp, int[] replicas) {
        int choice = router.route(requests, slot, lawApp, replicas);
        if (choice < 0) {
            countRefusal(slot, choice);
            return false;
        }
        sendTo(slot, lawApp, choice);
        return true;
    }

    private void sendTo(int slot, int lawApp, int choice) {
        int population = requests.population[slot];
        int site = placement.siteOf(choice);
        requests.replica[slot] = choice;
        requests.lawApp[slot] = lawApp;
        requests.brokenRules[slot] = placement.rules().brokenRules(lawApp, population, site);
        if (requests.measured[slot]) {
            ledgers.recordPlacement(lawApp, population, site, kernel.nowNanos());
        }
        contracts.take(requests, slot);
        carrier.send(slot);
    }

    /** Those without a candidate are dealt with one by one; a choice that others have taken the room of is made anew. */
    @Override
    public void decideAll(List<Integer> slots) {
        List<Integer> choosable = new ArrayList<>();
        for (int slot : slots) {
            int[] lawful = candidates(slot);
            if (lawful.length == 0) {
                decide(slot);
            } else if (isLetIn(slot, requests.asked[slot], lawful)) {
                choosable.add(slot);
            }
        }
        if (choosable.isEmpty()) {
            return;
        }
        List<int[]> replicas = choosable.stream().map(this::candidates).toList();
        int[] choices = router.routeAll(requests, choosable, replicas);
        for (int i = 0; i < choices.length; i++) {
            take(choosable.get(i), choices[i]);
        }
    }

    private void take(int slot, int choice) {
        if (choice < 0) {
            countRefusal(slot, choice);
            carrier.end(slot, Outcome.REJECTED_BY_POLICY);
        } else if (Arrays.stream(candidates(slot)).noneMatch(replica -> replica == choice)) {
            decide(slot);
        } else {
            router.sent(choice);
            sendTo(slot, requests.asked[slot], choice);
        }
    }

    private void hold(int slot, long patienceNanos) {
        if (heldCount == held.length) {
            held = Arrays.copyOf(held, 2 * heldCount);
        }
        held[heldCount++] = slot;
        if (requests.measured[slot]) {
            ledgers.exceptions().held(requests.app[slot]);
        }
        kernel.schedule(kernel.nowNanos() + patienceNanos, patience, slot, requests.generation[slot]);
    }

    /** The law, what is open or the room under contracts has changed: tries again for all that are held, in the order in which they came. */
    void retryHeld() {
        int[] again = Arrays.copyOf(held, heldCount);
        heldCount = 0;
        for (int slot : again) {
            App app = scenario.apps().get(requests.app[slot]);
            if (candidates(slot).length > 0) {
                requests.generation[slot]++; // its patience is not asked for any more
                decideInTime(slot);
            } else if (app.terms().onInfeasible() instanceof OnInfeasible.Queue) {
                held[heldCount++] = slot;
            }
        }
    }

    private void onPatienceOver(int slot, int generation) {
        if (requests.generation[slot] == generation && release(slot)) {
            carrier.end(slot, reason(requests.asked[slot], requests.population[slot]));
        }
    }

    /** Takes a request out that is held, as its client has gone. */
    void withdraw(int slot) {
        release(slot);
        requests.generation[slot]++; // its patience is not asked for any more
    }

    /** Takes a request out of those held; whether it was there. */
    private boolean release(int slot) {
        for (int i = 0; i < heldCount; i++) {
            if (held[i] == slot) {
                System.arraycopy(held, i + 1, held, i, heldCount - i - 1);
                heldCount--;
                return true;
            }
        }
        return false;
    }
}
