package org.tafsim.engine;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tafsim.model.Rule;
import org.tafsim.model.Scenario;
import org.tafsim.serving.ServingSystem;
import org.tafsim.sovereignty.LawTimeline;

/**
 * Accelerators that stand idle while requests wait elsewhere that they could serve, but may not by law. Looked at now and then;
 * a mean over these looks.
 */
final class StrandedCapacity {

    private final Scenario scenario;
    private final Placement placement;
    private final ServingSystem serving;
    private final RequestTable requests;
    private final boolean isEnforced;
    private final boolean[] rowWaits;
    private final SharedCards cards;
    private double strandedAccelerators;
    private long looks;

    StrandedCapacity(
            Scenario scenario, LawTimeline law, Placement placement, ServingSystem serving, RequestTable requests) {
        this.scenario = scenario;
        this.placement = placement;
        this.serving = serving;
        this.requests = requests;
        isEnforced = IntStream.range(0, law.epochs())
                .mapToObj(law::book)
                .flatMap(book -> book.checks().stream())
                .anyMatch(check -> check.rule().mode() == Rule.Mode.ENFORCE);
        rowWaits = new boolean[placement.rows()];
        cards = new SharedCards(scenario);
    }

    /** Whether a rule takes places away at all. */
    boolean isEnforced() {
        return isEnforced;
    }

    /** Share of all accelerators, mean over the looks. */
    double fraction() {
        double all = IntStream.range(0, scenario.replicas().size())
                .mapToDouble(cards::cardsOf)
                .sum();
        return looks == 0 || all == 0 ? 0 : strandedAccelerators / (looks * all);
    }

    /** Looks once. */
    void look() {
        if (!isEnforced) {
            return;
        }
        looks++;
        if (findWaitingRows()) {
            addStranded();
        }
    }

    /** Which pairs of application and population have requests that wait; whether any has. */
    private boolean findWaitingRows() {
        Arrays.fill(rowWaits, false);
        boolean any = false;
        for (int slot = 0; slot < requests.slots(); slot++) {
            if (requests.isWaiting(slot)) {
                rowWaits[placement.row(requests.asked[slot], requests.population[slot])] = true;
                any = true;
            }
        }
        return any;
    }

    private void addStranded() {
        int replicas = scenario.replicas().size();
        boolean[] isWanted = new boolean[replicas];
        boolean[] isOfUse = new boolean[replicas];
        int populations = scenario.populations().size();
        for (int row = 0; row < rowWaits.length; row++) {
            if (rowWaits[row]) {
                mark(isWanted, placement.capable(row / populations));
                mark(isOfUse, placement.candidates(row / populations, row % populations));
            }
        }
        for (int replica = 0; replica < replicas; replica++) {
            if (isWanted[replica] && !isOfUse[replica] && isIdle(replica)) {
                strandedAccelerators += cards.cardsOf(replica);
            }
        }
    }

    private static void mark(boolean[] marks, int[] replicas) {
        for (int replica : replicas) {
            marks[replica] = true;
        }
    }

    private boolean isIdle(int replica) {
        return placement.openings().isOpen(replica)
                && serving.runningSequences(replica) == 0
                && serving.waitingRequests(replica) == 0;
    }
}
