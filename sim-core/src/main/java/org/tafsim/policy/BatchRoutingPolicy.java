package org.tafsim.policy;

/**
 * Places several requests at once, where the scenario gathers them in windows. Where it does not, each is placed alone by
 * {@link #route}.
 */
public interface BatchRoutingPolicy extends RoutingPolicy {

    /**
     * Chooses for each request of a window. Loads are those of before the first choice.
     *
     * @param window valid during the call only
     * @param choices takes the choices, each as {@link #route} returns it; at least as long as the window
     */
    void routeAll(WindowView window, int[] choices);
}
