package org.tafsim.kernel;

/** What happens when an event of one kind falls due. Called by the kernel only, with its clock at the event's time. */
@FunctionalInterface
public interface EventHandler {

    /**
     * Runs the event.
     *
     * @param entity index of the thing it happens to, as given to {@link Kernel#schedule}
     * @param argument free for the scheduler's use
     */
    void handle(int entity, int argument);
}
