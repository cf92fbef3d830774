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
}
