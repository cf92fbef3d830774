package org.tafsim.policies.learn;

import java.util.Arrays;

/** What was seen at decisions whose outcome is not known, first in, first out. Grows as needed, then allocates nothing. */
final class ContextQueue {

    private final int width;
    private double[] rows;
    private int first;
    private int count;

    ContextQueue(int width) {
        this.width = width;
        rows = new double[8 * width];
    }

    boolean isEmpty() {
        return count == 0;
    }

    void add(double[] row) {
        int capacity = rows.length / width;
        if (count == capacity) {
            double[] grown = Arrays.copyOf(rows, 2 * rows.length);
            System.arraycopy(rows, 0, grown, rows.length, first * width); // what had wrapped follows the end
            rows = grown;
            capacity *= 2;
        }
        System.arraycopy(row, 0, rows, (first + count) % capacity * width, width);
        count++;
    }

    /** Takes the oldest; its row begins at the offset returned, in {@link #rows}, until the next is added. */
    int take() {
        int offset = first * width;
        first = (first + 1) % (rows.length / width);
        count--;
        return offset;
    }

    double[] rows() {
        return rows;
    }
}
