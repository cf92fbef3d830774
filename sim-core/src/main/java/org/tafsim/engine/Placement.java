package org.tafsim.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tafsim.sovereignty.LawTimeline;
import org.tafsim.sovereignty.RuleBook;

/** Where requests may go now: by the law of the epoch, among replicas that are open and that a way leads to. */
final class Placement {

    private LawTimeline law;
    private List<PlacementIndex> epochs;
    private final Openings openings;
    private int epoch;
    private PlacementIndex index;
    private boolean isStale;
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean isAllOpen = true;
    private Reach reach = (population, site) -> true;
    private boolean isAllReached = true;
    private final OpenRows candidates = new OpenRows();
    private final OpenRows alternatives = new OpenRows();

    Placement(LawTimeline law, List<PlacementIndex> epochs, Openings openings) {
        this.law = law;
        this.epochs = epochs;
        this.openings = openings;
        index = epochs.get(0);
    }

    /** Whether a way leads from a population to a site. */
    @FunctionalInterface
    interface Reach {
        boolean leads(int population, int site);
    }

    /** Other ways lead to sites from now on. */
    void reach(Reach newReach, boolean isWhole) {
        reach = newReach;
        isAllReached = isWhole;
    }

    /** The law looks at other ways from now on; its epochs are the same. */
    void takeWays(LawTimeline newLaw, List<PlacementIndex> newEpochs) {
        law = newLaw;
        epochs = newEpochs;
        index = epochs.get(epoch);
    }

    /** Another epoch begins. */
    void enter(int nextEpoch) {
        epoch = nextEpoch;
        index = epochs.get(nextEpoch);
        refresh();
    }

    /** Looks again at what is open, when somebody asks next. */
    void refresh() {
        isStale = true;
        listeners.forEach(Runnable::run);
    }

    /** Has somebody told whenever what is open or lawful has changed. */
    void tell(Runnable newListener) {
        listeners.add(newListener);
    }

    /** Row of an application and population in tables of one entry for each pair. */
    int row(int app, int population) {
        return index.row(app, population);
    }

    /** Population of a row. */
    int populationOf(int row) {
        return index.populationOf(row);
    }

    /** Pairs of an application, or a stage of one, and a population. */
    int rows() {
        return index.rows();
    }

    /** Scenario indices of the replicas with an application's model, lawful or not, open or not; not to be changed. */
    int[] capable(int app) {
        return index.capable(app);
    }

    /** Scenario indices of the replicas a request may go to, in scenario order; not to be changed. */
    int[] candidates(int app, int population) {
        int row = index.row(app, population);
        lookAgain();
        return isAllOpen ? index.candidates(row) : candidates.of(row, population, index.candidates(row));
    }

    /** Those it may go to where it has no candidate; not to be changed. */
    int[] alternatives(int app, int population) {
        int row = index.row(app, population);
        lookAgain();
        return isAllOpen ? index.alternatives(row) : alternatives.of(row, population, index.alternatives(row));
    }

    /** Scenario indices of the replicas that the law leaves to a row, open or not; not to be changed. */
    int[] lawful(int row) {
        return index.candidates(row);
    }

    /** Whether a request has a candidate, without making a list of them. */
    boolean hasCandidate(int app, int population) {
        for (int replica : index.candidates(index.row(app, population))) {
            if (openings.isOpen(replica) && isReached(population, replica)) {
                return true;
            }
        }
        return false;
    }

    private boolean isReached(int population, int replica) {
        return isAllReached || reach.leads(population, index.siteOf(replica));
    }

    private void lookAgain() {
        if (isStale) {
            isAllOpen = openings.areAllOpen() && isAllReached;
            candidates.forget(index.rows());
            alternatives.forget(index.rows());
            isStale = false;
        }
    }

    /** Whether the law leaves a place to it, open or not. */
    boolean hasLawfulPlace(int app, int population) {
        return index.candidates(index.row(app, population)).length > 0;
    }

    /** What holds now. */
    RuleBook rules() {
        return law.book(epoch);
    }

    /** Scenario index of the site a replica stands at. */
    int siteOf(int replica) {
        return index.siteOf(replica);
    }

    Openings openings() {
        return openings;
    }

    /** Of each row those that are open, worked out when somebody asks for the first time since that has changed. */
    private final class OpenRows {
        private int[][] rows = {};
        private long[] asOf = {};
        private long version;

        /** What is open has changed. */
        void forget(int count) {
            version++;
            if (rows.length != count) {
                rows = new int[count][];
                asOf = new long[count];
            }
        }

        int[] of(int row, int population, int[] lawful) {
            if (asOf[row] != version) {
                rows[row] = onlyOpen(population, lawful);
                asOf[row] = version;
            }
            return rows[row];
        }

        private int[] onlyOpen(int population, int[] lawful) {
            int[] open = new int[lawful.length];
            int count = 0;
            for (int replica : lawful) {
                if (openings.isOpen(replica) && isReached(population, replica)) {
                    open[count++] = replica;
                }
            }
            return count == open.length ? open : Arrays.copyOf(open, count);
        }
    }
}
