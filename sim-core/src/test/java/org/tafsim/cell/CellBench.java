package org.tafsim.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;
import org.tafsim.model.NetworkSlice;

/** Cells on a kernel of their own, with transfers that begin at given times and a note of when they end. */
final class CellBench {
    final Kernel kernel = Kernels.create(KernelKind.CALENDAR);
    final Cells cells;

    /** By transfer (ns). */
    final TreeMap<Integer, Long> endNanos = new TreeMap<>();

    private final List<Runnable> actions = new ArrayList<>();
    private final int act;

    CellBench(NetworkSlice... slices) {
        cells = new Cells(kernel, List.of(slices), transfer -> endNanos.put(transfer, kernel.nowNanos()));
        act = kernel.register(
                EventRank.ARRIVAL, (entity, action) -> actions.get(action).run());
    }

    CellBench at(double seconds, Runnable action) {
        actions.add(action);
        kernel.schedule((long) (seconds * 1e9), act, 0, actions.size() - 1);
        return this;
    }

    CellBench enter(double atSeconds, int transfer, int cell, int slice, double needSeconds) {
        return at(atSeconds, () -> {
            cells.enter(transfer, cell, slice, needSeconds);
            cells.audit();
        });
    }

    /** When transfers ended, by number (s). */
    List<Double> run() {
        while (kernel.pendingEvents() > 0) {
            kernel.runUntil(kernel.nowNanos() + 1_000_000_000L);
        }
        cells.audit();
        return endNanos.values().stream().map(nanos -> nanos / 1e9).toList();
    }
}
