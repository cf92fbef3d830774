package org.tafsim.cell;

import java.util.OptionalInt;
import org.tafsim.model.NetworkSlice;

/** Slices for tests. */
final class Slices {

    private Slices() {}

    static NetworkSlice plain(String id, double weight) {
        return new NetworkSlice(id, 0, 1, false, weight, OptionalInt.empty());
    }

    static NetworkSlice between(String id, double guaranteed, double maximum) {
        return new NetworkSlice(id, guaranteed, maximum, false, 1, OptionalInt.empty());
    }

    static NetworkSlice strict(String id, double maximum) {
        return new NetworkSlice(id, 0, maximum, true, 1, OptionalInt.empty());
    }

    static NetworkSlice withPlaces(String id, int most) {
        return new NetworkSlice(id, 0, 1, false, 1, OptionalInt.of(most));
    }
}
