package org.tafsim.serving;

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

    /** An event of its own is due. */
    void onEvent(int argument);

    /** What others see of it. */
    ServerView view();

    /** Counts its books anew, in time linear in its requests. */
    void audit();
}
