package org.tafsim.cell;

import java.util.Arrays;

/**
 * Transfers of one slice that share a cell, by what they still need. All get the same, so what counts is how much each has got since the
 * slice was last idle: {@link #servedSeconds}, in seconds of the whole cell. A transfer that needs w more is done when that has grown by w:
 * a fixed number, by which a heap keeps them, and an event is O(log n) however many share.
 */
final class Active {
    private double[] ends = new double[4];
    private long[] orders = new long[4];
    private int[] transfers = new int[4];
    private int count;
    private double servedSeconds;

    int count() {
        return count;
    }

    /** What each has got, or would have got, since the slice was idle (s of the whole cell). */
    double servedSeconds() {
        return servedSeconds;
    }

    /** All get so much more (s of the whole cell). */
    void serve(double seconds) {
        servedSeconds = count == 0 ? 0 : servedSeconds + seconds;
    }

    /**
     * A transfer joins.
     *
     * @param needSeconds of the whole cell, at least 0
     * @param order among those that end together
     * @param places of transfers in the heap, kept up
     */
    void add(int transfer, double needSeconds, long order, int[] places) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
            orders = Arrays.copyOf(orders, 2 * count);
            transfers = Arrays.copyOf(transfers, 2 * count);
        }
        if (count == 0) {
            servedSeconds = 0;
        }
        ends[count] = servedSeconds + needSeconds;
        orders[count] = order;
        transfers[count] = transfer;
        places[transfer] = count;
        rise(count++, places);
    }

    /** What the first still needs (s of the whole cell), at least 0. There is one. */
    double firstNeedSeconds() {
        return Math.max(0, ends[0] - servedSeconds);
    }

    /** The first to end. There is one. */
    int first() {
        return transfers[0];
    }

    /** A transfer leaves. Returns what it still needed (s of the whole cell), at least 0. */
    double remove(int transfer, int[] places) {
        int place = places[transfer];
        double need = Math.max(0, ends[place] - servedSeconds);
        count--;
        if (place != count) {
            ends[place] = ends[count];
            orders[place] = orders[count];
            transfers[place] = transfers[count];
            places[transfers[place]] = place;
            rise(place, places);
            sink(place, places); // what has risen is where it belongs, and so is what came down for it
        }
        return need;
    }

    private void rise(int from, int[] places) {
        int place = from;
        while (place > 0 && isBefore(place, (place - 1) / 2)) {
            swap(place, (place - 1) / 2, places);
            place = (place - 1) / 2;
        }
    }

    private void sink(int from, int[] places) {
        int place = from;
        while (true) {
            int least = place;
            for (int child = 2 * place + 1; child <= 2 * place + 2 && child < count; child++) {
                least = isBefore(child, least) ? child : least;
            }
            if (least == place) {
                return;
            }
            swap(place, least, places);
            place = least;
        }
    }

    private boolean isBefore(int one, int other) {
        return ends[one] < ends[other] || (ends[one] == ends[other] && orders[one] < orders[other]);
    }

    private void swap(int one, int other, int[] places) {
        double end = ends[one];
        ends[one] = ends[other];
        ends[other] = end;
        long order = orders[one];
        orders[one] = orders[other];
        orders[other] = order;
        int transfer = transfers[one];
        transfers[one] = transfers[other];
        transfers[other] = transfer;
        places[transfers[one]] = one;
        places[transfers[other]] = other;
    }
}
