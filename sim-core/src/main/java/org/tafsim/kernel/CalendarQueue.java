package org.tafsim.kernel;

import java.util.Arrays;

/**
 * Calendar queue: time is cut into days of 2^shift ns, and a ring of buckets holds the days ahead, one bucket for all days
 * that fall on the same place of the ring. Events of the current day wait in a small heap, later ones unsorted in their
 * bucket, so that scheduling ahead costs no comparison and no day, however crowded, costs more than a heap.
 *
 * <p>Source: R. Brown, "Calendar queues: a fast O(1) priority queue implementation for the simulation event set problem",
 * Comm. ACM 31(10), 1988. There the width of a day is guessed from a sample of pending events; here it follows the measured
 * gap between events run, reviewed whenever as much work was done as a rebuild would cost.
 */
final class CalendarQueue implements EventCalendar {
    private static final int LEAST_BUCKETS = 64;
    private static final int LEAST_REVIEW_WORK = 4096;
    private static final int LEAST_POLLS_TO_MEASURE = 256;
    private static final int INITIAL_SHIFT = 20;
    private static final int NO_SLOT = -1;

    private final FourAryHeap today = new FourAryHeap();
    private int shift = INITIAL_SHIFT;
    private long day;

    /** By bucket: head of its list of slots. */
    private int[] firstSlots = emptyBuckets(LEAST_BUCKETS);

    private int laterEvents;

    // By slot: the events that are not of today.
    private long[] times = new long[128];
    private long[] orders = new long[128];
    private int[] nextSlots = new int[128];

    // Since the last review.
    private long reviewedAtNanos;
    private long polls;
    private long searchSteps;

    @Override
    public void add(long atNanos, long order) {
        if (atNanos >>> shift <= day) {
            today.add(atNanos, order);
            return;
        }
        int slot = record(atNanos, order);
        fileLater(slot);
        if (laterEvents > 2 * firstSlots.length) {
            rebuild();
        }
    }

    @Override
    public long poll(long limitNanos) {
        while (today.size() == 0) {
            if (laterEvents == 0 || !openNextDay(limitNanos)) {
                return NONE;
            }
        }
        if (++polls + searchSteps > reviewWork()) {
            review();
        }
        return today.poll(limitNanos);
    }

    @Override
    public long polledAtNanos() {
        return today.polledAtNanos();
    }

    /** Opens the next day that has events; false where the limit comes first. */
    private boolean openNextDay(long limitNanos) {
        long limitDay = limitNanos >>> shift;
        long lastDay = limitDay - day > firstSlots.length ? day + firstSlots.length : limitDay;
        while (day < lastDay) {
            day++;
            searchSteps++;
            if (firstSlots[bucket(day)] != NO_SLOT && openDay()) {
                return true;
            }
        }
        if (day >= limitDay) {
            return false;
        }
        rebuild(); // a whole year without an event: begin at the first one, wherever it is
        return true;
    }

    /** Moves the events of the current day out of their bucket; whether there were any. */
    private boolean openDay() {
        int bucket = bucket(day);
        int slot = firstSlots[bucket];
        firstSlots[bucket] = NO_SLOT;
        while (slot != NO_SLOT) {
            int next = nextSlots[slot];
            if (times[slot] >>> shift == day) {
                laterEvents--;
                today.add(times[slot], orders[slot]);
            } else {
                push(slot, bucket);
                searchSteps++;
            }
            slot = next;
        }
        return today.size() > 0;
    }

    private int record(long atNanos, long order) {
        int slot = OrderWord.slot(order);
        if (slot >= times.length) {
            int capacity = Math.max(slot + 1, 2 * times.length);
            times = Arrays.copyOf(times, capacity);
            orders = Arrays.copyOf(orders, capacity);
            nextSlots = Arrays.copyOf(nextSlots, capacity);
        }
        times[slot] = atNanos;
        orders[slot] = order;
        return slot;
    }

    private void fileLater(int slot) {
        push(slot, bucket(times[slot] >>> shift));
        laterEvents++;
    }

    private void push(int slot, int bucket) {
        nextSlots[slot] = firstSlots[bucket];
        firstSlots[bucket] = slot;
    }

    private int bucket(long someDay) {
        return (int) someDay & (firstSlots.length - 1);
    }

    private long reviewWork() {
        return Math.max(LEAST_REVIEW_WORK, 4L * firstSlots.length);
    }

    /** Rebuilds where the day has become too wide or too narrow for the gap between events, or the ring too long. */
    private void review() {
        long dayNanos = 1L << shift;
        double gapNanos = measuredGapNanos();
        boolean fits = dayNanos >= gapNanos && dayNanos <= 8 * Math.max(gapNanos, 1);
        boolean isRingTooLong = firstSlots.length > Math.max(LEAST_BUCKETS, 8L * laterEvents);
        if (!fits || isRingTooLong) {
            rebuild();
        } else {
            startMeasuring();
        }
    }

    private double measuredGapNanos() {
        return (double) (today.polledAtNanos() - reviewedAtNanos) / polls;
    }

    private void startMeasuring() {
        reviewedAtNanos = today.polledAtNanos();
        polls = 0;
        searchSteps = 0;
    }

    /** Lays the calendar out anew, with as many buckets as events and days of two to four gaps between events. */
    private void rebuild() {
        int chain = unlinkAll();
        long earliest = Long.MAX_VALUE;
        long latest = 0;
        int count = 0;
        for (int slot = chain; slot != NO_SLOT; slot = nextSlots[slot]) {
            earliest = Math.min(earliest, times[slot]);
            latest = Math.max(latest, times[slot]);
            count++;
        }
        double gapNanos = polls >= LEAST_POLLS_TO_MEASURE ? measuredGapNanos() : (double) (latest - earliest) / count;
        shift = Math.min(62, 65 - Long.numberOfLeadingZeros((long) gapNanos) - 1);
        day = earliest >>> shift;
        firstSlots = emptyBuckets(bucketsFor(count));
        startMeasuring();
        refile(chain);
    }

    private int unlinkAll() {
        int chain = NO_SLOT;
        for (int i = 0; i < today.size(); i++) {
            int slot = record(today.atNanos(i), today.order(i));
            nextSlots[slot] = chain;
            chain = slot;
        }
        today.clear();
        for (int head : firstSlots) {
            int slot = head;
            while (slot != NO_SLOT) {
                int next = nextSlots[slot];
                nextSlots[slot] = chain;
                chain = slot;
                slot = next;
            }
        }
        laterEvents = 0;
        return chain;
    }

    private void refile(int chain) {
        int slot = chain;
        while (slot != NO_SLOT) {
            int next = nextSlots[slot];
            if (times[slot] >>> shift <= day) {
                today.add(times[slot], orders[slot]);
            } else {
                fileLater(slot);
            }
            slot = next;
        }
    }

    private static int bucketsFor(int events) {
        return Math.max(LEAST_BUCKETS, Integer.highestOneBit(Math.max(1, 2 * events - 1)));
    }

    private static int[] emptyBuckets(int count) {
        int[] buckets = new int[count];
        Arrays.fill(buckets, NO_SLOT);
        return buckets;
    }
}
