package org.tafsim.kernel;

import static org.tafsim.kernel.EventTable.NO_SLOT;

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
    private static final int INITIAL_SHIFT = 20;
    private static final int MAX_SHIFT = 62;

    private final EventTable table;
    private final FourAryHeap today;
    private final EventGap gap = new EventGap();
    private int shift = INITIAL_SHIFT;
    private long day;

    /** By bucket: head of its list of slots. */
    private int[] firstSlots = emptyBuckets(LEAST_BUCKETS);

    private int laterEvents;

    CalendarQueue(EventTable table) {
        this.table = table;
        today = new FourAryHeap(table);
    }

    @Override
    public void add(int slot) {
        place(slot);
        if (laterEvents > 2 * firstSlots.length) {
            rebuild();
        }
    }

    private void place(int slot) {
        long itsDay = table.atNanos(slot) >>> shift;
        if (itsDay <= day) {
            today.add(slot);
        } else {
            push(slot, bucket(itsDay));
            laterEvents++;
        }
    }

    @Override
    public int poll(long limitNanos) {
        while (today.size() == 0) {
            if (laterEvents == 0 || !openNextDay(limitNanos)) {
                return NONE;
            }
        }
        int slot = today.poll(limitNanos);
        if (slot != NONE) {
            gap.polled(table.atNanos(slot));
            if (gap.isReviewDue(firstSlots.length)) {
                review();
            }
        }
        return slot;
    }

    /** Opens the next day that has events; false where the limit comes first. */
    private boolean openNextDay(long limitNanos) {
        long limitDay = limitNanos >>> shift;
        long lastDay = limitDay - day > firstSlots.length ? day + firstSlots.length : limitDay;
        while (day < lastDay) {
            day++;
            gap.searched();
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
            int next = table.link(slot);
            if (table.atNanos(slot) >>> shift == day) {
                laterEvents--;
                today.add(slot);
            } else {
                push(slot, bucket);
                gap.searched();
            }
            slot = next;
        }
        return today.size() > 0;
    }

    private void push(int slot, int bucket) {
        table.link(slot, firstSlots[bucket]);
        firstSlots[bucket] = slot;
    }

    private int bucket(long someDay) {
        return (int) someDay & (firstSlots.length - 1);
    }

    /** Rebuilds where the day has become too wide or too narrow for the gap between events, or the ring too long. */
    private void review() {
        long dayNanos = 1L << shift;
        double gapNanos = gap.meanNanos();
        boolean fits = dayNanos >= gapNanos && dayNanos <= 8 * Math.max(gapNanos, 1);
        boolean isRingTooLong = firstSlots.length > Math.max(LEAST_BUCKETS, 8L * laterEvents);
        if (!fits || isRingTooLong) {
            rebuild();
        } else {
            gap.restart();
        }
    }

    /** Lays the calendar out anew, with as many buckets as events and days of one to two gaps between events. */
    private void rebuild() {
        int chain = unlinkAll();
        long earliest = Long.MAX_VALUE;
        long latest = 0;
        int count = 0;
        for (int slot = chain; slot != NO_SLOT; slot = table.link(slot)) {
            earliest = Math.min(earliest, table.atNanos(slot));
            latest = Math.max(latest, table.atNanos(slot));
            count++;
        }
        double gapNanos = gap.isMeasured() ? gap.meanNanos() : (double) (latest - earliest) / count;
        shift = Math.min(MAX_SHIFT, Long.SIZE - Long.numberOfLeadingZeros((long) gapNanos));
        day = (count == 0 ? gap.polledAtNanos() : earliest) >>> shift;
        firstSlots = emptyBuckets(bucketsFor(count));
        gap.restart();
        refile(chain);
    }

    private int unlinkAll() {
        int chain = NO_SLOT;
        for (int i = 0; i < today.size(); i++) {
            table.link(today.slot(i), chain);
            chain = today.slot(i);
        }
        today.clear();
        for (int head : firstSlots) {
            int slot = head;
            while (slot != NO_SLOT) {
                int next = table.link(slot);
                table.link(slot, chain);
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
            int next = table.link(slot);
            place(slot);
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
