package org.tafsim.network;

/** Learns that a transfer has reached its end. Called at that instant of simulated time. */
@FunctionalInterface
public interface DeliveryListener {

    /**
     * The transfer's last byte has arrived.
     *
     * @param token as given to the send
     * @param leg {@link Network#UPLINK}, or the leg given to {@link Network#sendDown}
     */
    void onDelivered(int token, int leg);

    /**
     * The transfer is lost: links that are down left no way when it was to be sent on. That happens on the way up only; others wait.
     *
     * @param token as given to the send
     * @param leg {@link Network#UPLINK}
     */
    default void onUndeliverable(int token, int leg) {
        throw new IllegalStateException("Transfer %d found no way, and nobody cares for it.".formatted(token));
    }
}
