package org.tafsim.serving;

import org.tafsim.model.CardShare;
import org.tafsim.model.PromptText;

/** One place in the list of replicas: serves the requests that it is given. */
sealed interface Server permits Replica, BatchServer {

    /** Whether a request fits when it is alone. */
    boolean canEverFit(int input, int output);

    /** Takes a request in, now. */
    void submit(int request, PromptText text);

    /** A request's client has gone. */
    void cancel(int request);

    /** Ends now, and tells which requests are lost. */
    int[] stop();

    /** Its accelerator is taken away, now: what runs waits anew, and nothing runs until it has a pace again. Tells how many ran. */
    int preempt();

    /**
     * Computes at another pace from now on. Where its part of the memory changes, nothing may run.
     *
     * @param part that it has of its accelerators
     * @param share of the time in which it has that, in [0, 1]; 0 to stand still
     * @return who waits and never fits there, and is lost
     */
    int[] setPace(CardShare part, double share);

    /** An event of its own is due. */
    void onEvent(int argument);

    /** Whose its busy time was, up to now. */
    BusyShares settleShares();

    /** What others see of it. */
    ServerView view();

    /** Counts its books anew, in time linear in its requests. */
    void audit();
}
