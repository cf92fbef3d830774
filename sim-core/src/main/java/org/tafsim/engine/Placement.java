package org.tafsim.engine;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.tafsim.sovereignty.LawTimeline;
import org.tafsim.sovereignty.RuleBook;

/** Where requests may go now: by the law of the epoch, among replicas that are open. */
final class Placement {

    private final LawTimeline law;
    private final List<PlacementIndex> epochs;
    private final Openings openings;
    private int epoch;
    private PlacementIndex index;
    private boolean isStale;
    private Runnable listener = () -> {};
    private int[][] openCandidates = {};
    private int[][] openAlternatives = {};

    Placement(LawTimeline law, List<PlacementIndex> epochs, Openings openings) {
        this.law = law;
        this.epochs = epochs;
        this.openings = openings;
        index = epochs.get(0);
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
        listener.run();
    }

    /** Has somebody told whenever what is open or lawful has changed. */
    void tell(Runnable newListener) {
        listener = newListener;
    }

    /** Row of an application and population in tables of one entry for each pair. */
    int row(int app, int population) {
        return index.row(app, population);
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
        return openCandidates.length == 0 ? index.candidates(row) : openCandidates[row];
    }

    /** Those it may go to where it has no candidate; not to be changed. */
    int[] alternatives(int app, int population) {
        int row = index.row(app, population);
        lookAgain();
        return openAlternatives.length == 0 ? index.alternatives(row) : openAlternatives[row];
    }

    private void lookAgain() {
        if (isStale) {
            boolean all = openings.areAllOpen();
            openCandidates = all ? new int[0][] : onlyOpen(index::candidates);
            openAlternatives = all ? new int[0][] : onlyOpen(index::alternatives);
            isStale = false;
        }
    }

    private int[][] onlyOpen(IntFunction<int[]> lawful) {
        int[][] open = new int[index.rows()][];
        Arrays.setAll(
                open,
                row -> Arrays.stream(lawful.apply(row)).filter(openings::isOpen).toArray());
        return open;
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
}
