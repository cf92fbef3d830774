package org.tafsim.station;

import java.util.Arrays;

/**
 * One server that n customers share equally, followed by virtual time: the work v(t) that each customer present since the
 * start of the busy period has received, dv/dt = 1/n. A customer who comes at v with work s leaves when v reaches v + s, so
 * a heap by that mark gives the next departure and nobody's remaining work is ever updated.
 *
 * <p>Times are in nanoseconds since the start of the busy period, in {@code double}: for busy periods up to a month the error
 * stays under a nanosecond. Customers of equal mark leave in the order in which they came.
 */
final class SharedServer {
    private long busySinceNanos;
    private double reached;
    private double virtualTime;

    // Binary heap by (mark, arrival order).
    private double[] marks = new double[8];
    private int[] arrivals = new int[8];
    private int[] customers = new int[8];
    private int size;
    private int arrivalsInBusyPeriod;

    int size() {
        return size;
    }

    /** A customer comes; the departures due before must have been taken. */
    void add(long nowNanos, int customer, long serviceNanos) {
        if (size == 0) {
            busySinceNanos = nowNanos;
            reached = 0;
            virtualTime = 0;
            arrivalsInBusyPeriod = 0;
        }
        moveTo((double) (nowNanos - busySinceNanos));
        if (size == marks.length) {
            marks = Arrays.copyOf(marks, 2 * size);
            arrivals = Arrays.copyOf(arrivals, 2 * size);
            customers = Arrays.copyOf(customers, 2 * size);
        }
        siftUp(size++, virtualTime + serviceNanos, arrivalsInBusyPeriod++, customer);
    }

    /** When the next customer leaves (ns, rounded up), if none comes before. */
    long nextDepartureNanos() {
        return busySinceNanos + (long) Math.ceil(nextDeparture());
    }

    /** Takes out the next customer to leave. */
    int removeNext() {
        reached = nextDeparture();
        virtualTime = marks[0];
        int customer = customers[0];
        size--;
        siftDown(marks[size], arrivals[size], customers[size]);
        return customer;
    }

    private double nextDeparture() {
        return reached + (marks[0] - virtualTime) * size;
    }

    private void moveTo(double time) {
        if (size > 0) {
            virtualTime += (time - reached) / size;
        }
        reached = time;
    }

    private void siftUp(int hole, double mark, int arrival, int customer) {
        int i = hole;
        while (i > 0 && isBefore(mark, arrival, (i - 1) / 2)) {
            move((i - 1) / 2, i);
            i = (i - 1) / 2;
        }
        put(i, mark, arrival, customer);
    }

    private void siftDown(double mark, int arrival, int customer) {
        int i = 0;
        for (int child = 1; child < size; child = 2 * i + 1) {
            if (child + 1 < size && isBefore(marks[child + 1], arrivals[child + 1], child)) {
                child++;
            }
            if (isBefore(mark, arrival, child)) {
                break;
            }
            move(child, i);
            i = child;
        }
        put(i, mark, arrival, customer);
    }

    private boolean isBefore(double mark, int arrival, int other) {
        return mark < marks[other] || (mark == marks[other] && arrival < arrivals[other]);
    }

    private void move(int from, int to) {
        put(to, marks[from], arrivals[from], customers[from]);
    }

    private void put(int i, double mark, int arrival, int customer) {
        marks[i] = mark;
        arrivals[i] = arrival;
        customers[i] = customer;
    }
}
