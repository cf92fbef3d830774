package org.tafsim.report.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;

/** Times of a series, some of which are put together where there are more than can be seen. */
final class Grid {

    private final Map<BigDecimal, Integer> places = new TreeMap<>();
    private final int each;
    private final int size;

    /**
     * A grid.
     *
     * @param times ends of intervals (s)
     * @param most that it may have, at least 1
     */
    Grid(NavigableSet<BigDecimal> times, int most) {
        each = Math.max(1, (times.size() + most - 1) / most);
        times.forEach(time -> places.put(time, places.size() / each));
        size = (times.size() + each - 1) / each;
    }

    int size() {
        return size;
    }

    /** How many intervals became one. */
    int each() {
        return each;
    }

    int placeOf(BigDecimal time) {
        return places.getOrDefault(time, 0);
    }

    /** Ends of the intervals (s). */
    List<BigDecimal> ends() {
        BigDecimal[] ends = new BigDecimal[size];
        places.forEach((time, place) -> ends[place] = time);
        return new ArrayList<>(List.of(ends));
    }
}
