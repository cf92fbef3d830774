package org.tafsim.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.InvariantViolation;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.NetworkSlice;

/**
 * Cells in which the transfers of a slice share what it has evenly (egalitarian processor sharing), and slices share as
 * {@code Division} says. An arrival or a departure is one event, of O(log n) for n transfers of the slice in the cell and
 * direction. A transfer's need is stated in seconds of the whole cell, at its user's own rate: what the scheduler shares are resource
 * blocks, not bits.
 */
public final class Cells {
    private static final int IN_LINE = -1;

    private final Kernel kernel;
    private final SentListener listener;
    private final List<NetworkSlice> slices;
    private final int[] most;
    /** By cell, once it has had a transfer: many never have one. */
    private final List<@Nullable SharedCell> cells = new ArrayList<>();

    private final List<Division> divisions = new ArrayList<>();
    private final int sent;

    private int[] cellOf = new int[64];
    private int[] sliceOf = new int[64];
    /** Place in the heap of its slice; {@link #IN_LINE} where it waits. */
    private int[] placeOf = new int[64];

    private double[] needSeconds = new double[64];
    private long order;
    private int underWay;

    /**
     * No cell yet.
     *
     * @param slices of every cell
     */
    public Cells(Kernel kernel, List<NetworkSlice> slices, SentListener listener) {
        this.kernel = kernel;
        this.slices = List.copyOf(slices);
        this.listener = listener;
        most = slices.stream()
                .mapToInt(slice -> slice.mostTransfers().orElse(Line.NO_LIMIT))
                .toArray();
        sent = kernel.register(EventRank.TRANSFER, (cell, unused) -> onSent(cell));
    }

    /**
     * Adds idle cells, one direction each.
     *
     * @param userShare most of a cell that one transfer can use, in (0, 1]
     * @param background share that others use, in [0, 1)
     * @return number of the first; the others follow
     */
    public int add(int count, double userShare, double background) {
        int first = cells.size();
        Division division = new Division(slices, userShare, background);
        for (int i = 0; i < count; i++) {
            cells.add(null);
            divisions.add(division);
        }
        return first;
    }

    /**
     * A transfer begins, now.
     *
     * @param transfer names it: a small number that is used again once it is over
     * @param need time that it would take with the whole cell (s), at least 0
     */
    public void enter(int transfer, int cell, int slice, double need) {
        if (transfer >= cellOf.length) {
            grow(Math.max(2 * cellOf.length, transfer + 1));
        }
        cellOf[transfer] = cell;
        sliceOf[transfer] = slice;
        needSeconds[transfer] = need;
        underWay++;
        SharedCell here = cell(cell);
        if (here.line(slice).isFull(here.active(slice).count())) {
            placeOf[transfer] = IN_LINE;
            here.line(slice).add(transfer);
            return;
        }
        here.advance(kernel.nowNanos());
        here.active(slice).add(transfer, need, order++, placeOf);
        plan(cell, here);
    }

    /**
     * A transfer leaves its cell before it is over, now. It may enter another one.
     *
     * @return time that it would still take with the whole cell (s), at least 0
     */
    public double leave(int transfer) {
        int cell = cellOf[transfer];
        SharedCell here = cell(cell);
        underWay--;
        if (placeOf[transfer] == IN_LINE) {
            here.line(sliceOf[transfer]).leave(transfer);
            return needSeconds[transfer];
        }
        here.advance(kernel.nowNanos());
        double left = remove(here, transfer);
        plan(cell, here);
        return left;
    }

    private void onSent(int cell) {
        SharedCell here = cell(cell);
        here.event = SharedCell.NONE;
        here.advance(kernel.nowNanos());
        int transfer = here.active(here.nextSlice).first();
        remove(here, transfer);
        underWay--;
        plan(cell, here);
        listener.onSent(transfer);
    }

    /** Takes a transfer out, and lets in the next in line. Returns what it still needed (s of the whole cell). */
    private double remove(SharedCell here, int transfer) {
        int slice = sliceOf[transfer];
        Active active = here.active(slice);
        double left = active.remove(transfer, placeOf);
        if (!here.line(slice).isEmpty()) {
            int next = here.line(slice).take();
            active.add(next, needSeconds[next], order++, placeOf);
        }
        return left;
    }

    private void plan(int cell, SharedCell here) {
        long nanos = here.divide();
        if (here.event != SharedCell.NONE) {
            kernel.cancel(here.event);
        }
        here.event =
                nanos == SharedCell.NONE ? SharedCell.NONE : kernel.schedule(kernel.nowNanos() + nanos, sent, cell, 0);
    }

    /** Transfers begun and not yet over. */
    public int underWay() {
        return underWay;
    }

    /** Time that transfers have used of a cell's resource blocks so far, in time of the whole cell (s). */
    public double usedSeconds(int cell) {
        SharedCell here = cells.get(cell);
        return here == null ? 0 : here.usedSeconds(kernel.nowNanos());
    }

    /** Checks INV-N1: no cell gives away more than it has, and no slice more than its maximum. */
    public void audit() {
        int found = 0;
        for (SharedCell cell : cells) {
            if (cell == null) {
                continue;
            }
            double together = 0;
            for (int slice = 0; slice < most.length; slice++) {
                together += cell.share(slice);
                found += cell.active(slice).count() + cell.line(slice).length();
                double maximum = slices.get(slice).maximumShare();
                if (cell.share(slice) > maximum * (1 + 1e-9)) {
                    throw new InvariantViolation(
                            "INV-N1",
                            kernel.nowNanos(),
                            "slice %s has %s of a cell, and may have %s"
                                    .formatted(slices.get(slice).id(), cell.share(slice), maximum));
                }
            }
            if (together > 1 + 1e-9) {
                throw new InvariantViolation(
                        "INV-N1", kernel.nowNanos(), "slices have %s of a cell together".formatted(together));
            }
        }
        if (found != underWay) {
            throw new InvariantViolation(
                    "INV-N1", kernel.nowNanos(), "under way %d, in cells %d".formatted(underWay, found));
        }
    }

    private SharedCell cell(int number) {
        SharedCell known = cells.get(number);
        if (known == null) {
            known = new SharedCell(divisions.get(number), most);
            cells.set(number, known);
        }
        return known;
    }

    private void grow(int capacity) {
        cellOf = Arrays.copyOf(cellOf, capacity);
        sliceOf = Arrays.copyOf(sliceOf, capacity);
        placeOf = Arrays.copyOf(placeOf, capacity);
        needSeconds = Arrays.copyOf(needSeconds, capacity);
    }
}
