package org.tafsim.scenario;

import java.util.OptionalDouble;
import org.tafsim.model.AcceleratorProfile;

/**
 * What replicas of a site can run on: whole cards, shared ones, or instances of cards that are cut.
 *
 * @param name as the site calls it, e.g. {@code A30/1g.6gb}
 * @param profile of one unit
 * @param cardId of the accelerator it is, or is a part of
 * @param units that replicas can take
 * @param mostParallel units that can share a layer
 * @param priceShare of a card's hour that a unit costs
 * @param capWatts what a unit may draw, where less than it could (W)
 */
record CardKind(
        String name,
        AcceleratorProfile profile,
        String cardId,
        int units,
        int mostParallel,
        double priceShare,
        OptionalDouble capWatts) {

    /** Cards as the catalog has them. */
    static CardKind whole(AcceleratorProfile card, int count) {
        return new CardKind(card.id(), card, card.id(), count, count, 1, OptionalDouble.empty());
    }

    /** The same, and more units of it. */
    CardKind and(int moreUnits) {
        return new CardKind(name, profile, cardId, units + moreUnits, mostParallel, priceShare, capWatts);
    }
}
