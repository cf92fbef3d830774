package org.tafsim.engine;

import java.util.function.IntToDoubleFunction;
import org.tafsim.model.Scenario;

/**
 * How many cards there are where replicas share them. Cards of a group idle once, not once for every replica that may be loaded:
 * their idle time is given to the replicas by the cards each takes.
 */
final class SharedCards {
    private final Scenario scenario;
    private final OnDemandTable table;
    private final int[] takenInGroup;

    SharedCards(Scenario scenario) {
        this.scenario = scenario;
        table = new OnDemandTable(scenario);
        takenInGroup = new int[table.groups().size()];
        table.replicas().forEach(replica -> takenInGroup[replica.group()] += replica.cards());
    }

    /** Cards of a replica: those it takes, or its part of those that it shares. */
    double cardsOf(int replica) {
        int number = table.numberOf(replica);
        int own = scenario.replicas().get(replica).accelerators();
        if (number < 0) {
            return own;
        }
        int group = table.replicas().get(number).group();
        return (double) own * table.groups().get(group).cards() / takenInGroup[group];
    }

    /**
     * Time that the cards of a replica are accounted for (s): all of it, or, where they are shared, its busy time and its part of
     * the idle time.
     *
     * @param busySeconds of any replica
     * @param seconds in all
     */
    double secondsOf(int replica, IntToDoubleFunction busySeconds, double seconds) {
        int number = table.numberOf(replica);
        if (number < 0) {
            return seconds;
        }
        int group = table.replicas().get(number).group();
        double idle = table.groups().get(group).cards() * seconds;
        for (int other = 0; other < table.replicas().size(); other++) {
            if (table.replicas().get(other).group() == group) {
                idle -= table.replicas().get(other).cards() * busySeconds.applyAsDouble(table.replicaOf(other));
            }
        }
        return busySeconds.applyAsDouble(replica) + Math.max(0, idle) / takenInGroup[group];
    }
}
