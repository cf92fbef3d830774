package org.tafsim.life;

/**
 * A replica on demand, as far as its life goes.
 *
 * @param site number of the site whose disk and host memory it uses
 * @param group number of the cards it shares with others
 * @param cards it takes when it is loaded, at least 1
 * @param bytesPerCard it takes on each of them: weights, reserve and KV pool
 * @param weightBytes of the whole model
 */
public record OnDemandReplica(int site, int group, int cards, long bytesPerCard, long weightBytes) {

    /** Checks. */
    public OnDemandReplica {
        if (cards < 1 || bytesPerCard < 1 || weightBytes < 1) {
            throw new IllegalArgumentException(
                    "A replica on demand needs cards (%d), memory on each (%d bytes) and weights (%d bytes)."
                            .formatted(cards, bytesPerCard, weightBytes));
        }
    }
}
