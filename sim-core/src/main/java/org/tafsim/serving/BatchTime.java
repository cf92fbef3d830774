package org.tafsim.serving;

import org.tafsim.model.BatchLatency;
import org.tafsim.model.BatchModel.ItemSize;
import org.tafsim.model.BatchReplicaSpec;
import org.tafsim.units.Durations;

/** Time of a batch of a replica: the table's for its number of items, times what the longest of them makes of it. */
final class BatchTime {
    private final BatchLatency latency;
    private final ItemSize size;
    private final int maxItems;

    BatchTime(BatchReplicaSpec replica) {
        latency = replica.latency();
        size = replica.model().size();
        maxItems = replica.maxItems();
    }

    /**
     * Time of one batch (ns), rounded up.
     *
     * @param items in it
     * @param longestUnits units of its longest request
     */
    long nanos(int items, int longestUnits) {
        return Durations.nanosOfSeconds(seconds(items, longestUnits));
    }

    /** Time of so many items (s), in as many full batches as they need. */
    double seconds(long items, int longestUnits) {
        long full = items / maxItems;
        int rest = (int) (items % maxItems);
        double seconds = full * latency.secondsOf(maxItems) + (rest == 0 ? 0 : latency.secondsOf(rest));
        return seconds * size.factorOf(longestUnits);
    }

    int itemsOf(int units) {
        return size.itemsOf(units);
    }
}
