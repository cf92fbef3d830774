package org.tafsim.scenario;

import java.util.OptionalDouble;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.CardShare;

/**
 * What replicas of a site can run on: whole cards, shared ones, or instances of cards that are cut.
 *
 * @param name as the site calls it, e.g. {@code A30/1g.6gb}
 * @param profile of one unit
 * @param card that it is, or is a part of
 * @param units that replicas can take
 * @param mostParallel units that can share a layer
 * @param priceShare of a card's hour that a unit costs
 * @param capWatts what a unit may draw, where less than it could (W)
 */
record CardKind(
        String name,
        AcceleratorProfile profile,
        AcceleratorProfile card,
        int units,
        int mostParallel,
        double priceShare,
        OptionalDouble capWatts) {

    /** Cards as the catalog has them. */
    static CardKind whole(AcceleratorProfile card, int count) {
        return new CardKind(card.id(), card, card, count, count, 1, OptionalDouble.empty());
    }

    /** Parts of these cards that are alike, called so. */
    CardKind parts(String partName, CardShare part, int partUnits, int parallel) {
        OptionalDouble cap = capWatts.isPresent() ? OptionalDouble.of(part.power() * capWatts.getAsDouble()) : capWatts;
        return new CardKind(partName, part.of(profile), card, partUnits, parallel, part.price(), cap);
    }

    /** Id of the card. */
    String cardId() {
        return card.id();
    }

    /** The same, and more units of it. */
    CardKind and(int moreUnits) {
        return new CardKind(name, profile, card, units + moreUnits, mostParallel, priceShare, capWatts);
    }
}
