package org.tafsim.policies.learn;

import java.util.Arrays;
import org.tafsim.policy.RequestView;

/**
 * What was seen at decisions whose outcome is not known, in their order. Requests of one replica end nearly in that order, so that the one
 * that ended is found among the first. Grows as needed, then allocates nothing.
 */
final class ContextQueue {

    /** In place of the application of what has been taken. */
    private static final int TAKEN = -1;

    private final int width;
    private double[] rows;
    private int[] apps = new int[8];
    private long[] numbers = new long[8];
    private int first;
    private int count;

    ContextQueue(int width) {
        this.width = width;
        rows = new double[apps.length * width];
    }

    void add(RequestView request, double[] row) {
        if (count == apps.length) {
            grow();
        }
        int at = (first + count) % apps.length;
        apps[at] = request.appIndex();
        numbers[at] = request.number();
        System.arraycopy(row, 0, rows, at * width, width);
        count++;
    }

    /** What had wrapped follows the end. */
    private void grow() {
        int capacity = apps.length;
        rows = Arrays.copyOf(rows, 2 * rows.length);
        apps = Arrays.copyOf(apps, 2 * capacity);
        numbers = Arrays.copyOf(numbers, 2 * capacity);
        System.arraycopy(rows, 0, rows, capacity * width, first * width);
        System.arraycopy(apps, 0, apps, capacity, first);
        System.arraycopy(numbers, 0, numbers, capacity, first);
    }

    /**
     * Takes what was seen of a request, of its first decision where there are more.
     *
     * @return where its row begins in {@link #rows}, until the next is added; -1 where nothing was seen
     */
    int take(RequestView request) {
        for (int i = 0; i < count; i++) {
            int at = (first + i) % apps.length;
            if (apps[at] == request.appIndex() && numbers[at] == request.number()) {
                apps[at] = TAKEN;
                dropTaken();
                return at * width;
            }
        }
        return -1;
    }

    private void dropTaken() {
        while (count > 0 && apps[first] == TAKEN) {
            first = (first + 1) % apps.length;
            count--;
        }
    }

    double[] rows() {
        return rows;
    }
}
