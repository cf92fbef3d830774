package org.tafsim.model;

import java.util.List;

/**
 * How long an accelerator takes for a batch: a table by number of items, in straight lines between its rows. Larger batches than
 * the last row's are computed one after the other.
 *
 * @param items rising, the first is 1
 * @param seconds never falling
 */
public record BatchLatency(List<Integer> items, List<Double> seconds) {

    /** Copies and checks. */
    public BatchLatency {
        items = List.copyOf(items);
        seconds = List.copyOf(seconds);
        if (items.isEmpty() || items.size() != seconds.size() || items.get(0) != 1) {
            throw new IllegalArgumentException(
                    "Latencies need a time for each number of items, the first for 1: %s and %s."
                            .formatted(items, seconds));
        }
        for (int i = 0; i < items.size(); i++) {
            Require.positive(seconds.get(i), "Latencies", "time of a batch (s)");
            if (i > 0 && (items.get(i) <= items.get(i - 1) || seconds.get(i) < seconds.get(i - 1))) {
                throw new IllegalArgumentException(
                        "Latencies: items %s must rise, and times %s never fall.".formatted(items, seconds));
            }
        }
    }

    /** Items of the largest batch that is computed at once. */
    public int mostItems() {
        return items.get(items.size() - 1);
    }

    /** Time of a batch (s). */
    public double secondsOf(int batchItems) {
        int most = mostItems();
        int batches = batchItems / most;
        double full = batches * seconds.get(seconds.size() - 1);
        int rest = batchItems % most;
        return rest == 0 ? full : full + secondsWithin(rest);
    }

    private double secondsWithin(int batchItems) {
        int row = 0;
        while (items.get(row) < batchItems) {
            row++;
        }
        if (row == 0) {
            return seconds.get(0);
        }
        double place = (double) (batchItems - items.get(row - 1)) / (items.get(row) - items.get(row - 1));
        return seconds.get(row - 1) + place * (seconds.get(row) - seconds.get(row - 1));
    }
}
