package org.tafsim.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tafsim.cell.Cells;
import org.tafsim.cell.SentListener;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.random.KeyedDraws;
import org.tafsim.model.App;
import org.tafsim.model.NetworkSlice;
import org.tafsim.model.Population;
import org.tafsim.model.Scenario;

/**
 * The cells of the populations that have some: which one a request's user is in, how fast its transfers go there, and what becomes of
 * them when the user leaves it.
 */
final class Air {
    private static final int CELL_DRAW = 16;
    static final int RATE_DRAW = 17;
    private static final long NONE = -1;

    private final Kernel kernel;
    private final KeyedDraws draws;
    private final TransferTable transfers;
    private final SentListener listener;
    private final Cells cells;

    /** By population; null where it has no cells. */
    private final @Nullable PopulationCells[] groups;

    /** By population; null where nobody moves. */
    private final @Nullable Handovers[] handovers;

    private final int[] sliceOfApp;
    private final int change;
    private final int resume;

    /** By transfer: handle of the event at which its user changes the cell, and how often that has happened. */
    private long[] changeEvent = new long[64];

    private int[] met = new int[64];

    /** By transfer: what is left to send, and the time for that with the whole cell, when it entered its cell (bytes, s). */
    private double[] leftBytes = new double[64];

    private double[] leftSeconds = new double[64];
    private long changes;

    Air(Kernel kernel, Scenario scenario, KeyedDraws draws, TransferTable transfers, SentListener listener) {
        this.kernel = kernel;
        this.draws = draws;
        this.transfers = transfers;
        this.listener = listener;
        List<NetworkSlice> slices = scenario.slices();
        cells = new Cells(kernel, slices, this::onSent);
        List<Population> populations = scenario.populations();
        groups = new PopulationCells[populations.size()];
        handovers = new Handovers[populations.size()];
        for (int i = 0; i < groups.length; i++) {
            Population population = populations.get(i);
            groups[i] = population
                    .cells()
                    .map(group -> new PopulationCells(group, cells))
                    .orElse(null);
            handovers[i] = population
                    .movement()
                    .map(movement -> new Handovers(movement, draws))
                    .orElse(null);
        }
        Map<String, Integer> numbers = new HashMap<>(); // asked, never iterated
        slices.forEach(slice -> numbers.put(slice.id(), numbers.size()));
        sliceOfApp = scenario.apps().stream()
                .map(App::payload)
                .mapToInt(payload -> numbers.getOrDefault(payload.sliceId(), 0))
                .toArray();
        change = kernel.register(EventRank.TRANSFER, (slot, unused) -> onChange(slot));
        resume = kernel.register(EventRank.TRANSFER, (slot, unused) -> onResume(slot));
    }

    boolean hasCells(int population) {
        return groups[population] != null;
    }

    /** What changes of cell add to a transfer that shares none and is so long on the radio (ns). */
    long silenceNanos(int population, long drawKey, int leg, long airNanos) {
        Handovers moves = handovers[population];
        return moves == null ? 0 : moves.silenceNanos(drawKey, leg, airNanos);
    }

    /** A transfer begins in the cell of the request's user. */
    void enter(int slot) {
        if (slot >= met.length) {
            grow(Math.max(2 * met.length, slot + 1));
        }
        met[slot] = 0;
        leftBytes[slot] = transfers.bytes(slot);
        long key = transfers.drawKey(slot);
        enter(slot, draws.uniform(key, CELL_DRAW), draws.uniform(key, RATE_DRAW));
    }

    private void enter(int slot, double cellDraw, double rateDraw) {
        PopulationCells group = group(slot);
        boolean isUp = transfers.leg(slot) == Network.UPLINK;
        leftSeconds[slot] = group.aloneSeconds(isUp, rateDraw, leftBytes[slot]);
        int number = group.number(isUp, group.cellAt(cellDraw));
        Handovers moves = handovers[transfers.population(slot)];
        changeEvent[slot] = moves == null || !moves.comes(transfers.drawKey(slot), met[slot])
                ? NONE
                : kernel.schedule(
                        kernel.nowNanos() + moves.nextNanos(transfers.drawKey(slot), transfers.leg(slot), met[slot]),
                        change,
                        slot,
                        0);
        cells.enter(slot, number, sliceOfApp[transfers.app(slot)], leftSeconds[slot]);
    }

    /** The user leaves the cell, and hears nothing for a while. */
    private void onChange(int slot) {
        changes++;
        double seconds = cells.leave(slot);
        if (leftSeconds[slot] > 0) {
            leftBytes[slot] *= seconds / leftSeconds[slot];
        }
        long silence = moves(slot).interruptionNanos(transfers.drawKey(slot), transfers.leg(slot), met[slot]);
        kernel.schedule(kernel.nowNanos() + silence, resume, slot, 0);
    }

    private void onResume(int slot) {
        long key = transfers.drawKey(slot);
        int leg = transfers.leg(slot);
        double cellDraw = moves(slot).cellDraw(key, leg, met[slot]);
        double rateDraw = moves(slot).rateDraw(key, leg, met[slot]);
        met[slot]++;
        enter(slot, cellDraw, rateDraw);
    }

    private void onSent(int slot) {
        if (changeEvent[slot] != NONE) {
            kernel.cancel(changeEvent[slot]);
        }
        listener.onSent(slot);
    }

    private PopulationCells group(int slot) {
        PopulationCells group = groups[transfers.population(slot)];
        if (group == null) {
            throw new IllegalStateException("Population %d has no cells.".formatted(transfers.population(slot)));
        }
        return group;
    }

    private Handovers moves(int slot) {
        Handovers moves = handovers[transfers.population(slot)];
        if (moves == null) {
            throw new IllegalStateException("Nobody of population %d moves.".formatted(transfers.population(slot)));
        }
        return moves;
    }

    /** Changes of cell that interrupted a transfer so far. */
    long changes() {
        return changes;
    }

    /** Mean share of a population's cells that transfers have used so far, in [0, 1]; 0 where it has none, or at time 0. */
    double utilization(int population, boolean isUp) {
        PopulationCells group = groups[population];
        if (group == null || kernel.nowNanos() == 0) {
            return 0;
        }
        double used = 0;
        for (int cell = 0; cell < group.count(); cell++) {
            used += cells.usedSeconds(group.number(isUp, cell));
        }
        return used / group.count() / (kernel.nowNanos() / 1e9);
    }

    /** Checks the cells. */
    void audit() {
        cells.audit();
    }

    private void grow(int capacity) {
        changeEvent = Arrays.copyOf(changeEvent, capacity);
        met = Arrays.copyOf(met, capacity);
        leftBytes = Arrays.copyOf(leftBytes, capacity);
        leftSeconds = Arrays.copyOf(leftSeconds, capacity);
    }
}
