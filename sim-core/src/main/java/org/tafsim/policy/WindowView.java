package org.tafsim.policy;

/** The requests of a window, in the order of their arrival. Its views show one of them at a time: that which was asked for last. */
public interface WindowView {

    /** How many there are, at least 1. */
    int size();

    /** Turns the view to a request; {@link #candidates} are those of it from now on. */
    RequestView request(int place);

    /** Candidates of the request that {@link #request} was called for last; at least one. */
    CandidatesView candidates();
}
