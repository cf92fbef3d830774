package org.tafsim.serving;

/**
 * What a request's owner hears from the replicas, at the kernel time of the instant.
 *
 * <p>A call may submit further requests, to any replica. {@link #onAdmitted} can come before {@link ServingSystem#submit}
 * has returned: the owner's record of the request should stand before it submits.
 */
public interface ServingListener {

    /** The request's first step begins. Not called again when it is admitted anew after a preemption. */
    void onAdmitted(int request);

    /** The step that finished its prefill ends. */
    void onFirstToken(int request);

    /** The step that gave its last token ends; the request's number is free again. */
    void onFinished(int request);

    /**
     * The step ends that gave the token at which the request was to be handed over; it goes on. Owners who never ask for it never
     * hear it.
     */
    default void onHandOver(int request) {
        throw new IllegalStateException("Request %d is handed over, and nobody listens.".formatted(request));
    }

    /**
     * It has left after {@link ServingSystem#cancel}, maybe before that has returned; the request's number is free again. From
     * the cancellation on, this is all that is heard of it. Owners who never cancel a request never hear it.
     */
    default void onCancelled(int request) {
        throw new IllegalStateException("Request %d was cancelled, and nobody listens.".formatted(request));
    }

    /**
     * Its replica stopped before it finished: what was computed is lost, and the request's number is free again. Owners who
     * never stop a replica never hear it.
     */
    default void onLost(int request) {
        throw new IllegalStateException("Request %d was lost, and nobody listens.".formatted(request));
    }
}
