package org.tafsim.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tafsim.cell.Cells;
import org.tafsim.cell.SentListener;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.random.KeyedDraws;
import org.tafsim.model.App;
import org.tafsim.model.NetworkSlice;
import org.tafsim.model.Population;
import org.tafsim.model.Scenario;

/** The cells of the populations that have some: which one a request's user is in, and how fast its transfers go there. */
final class Air {
    private static final int CELL_DRAW = 2;
    private static final int RATE_DRAW = 3;

    private final KeyedDraws draws;
    private final Cells cells;

    /** By population; null where it has no cells. */
    private final @Nullable PopulationCells[] groups;

    private final int[] sliceOfApp;

    Air(Kernel kernel, Scenario scenario, KeyedDraws draws, SentListener listener) {
        this.draws = draws;
        List<NetworkSlice> slices = scenario.slices();
        cells = new Cells(kernel, slices, listener);
        List<@Nullable PopulationCells> all = new ArrayList<>();
        for (Population population : scenario.populations()) {
            all.add(population
                    .cells()
                    .map(group -> new PopulationCells(group, cells))
                    .orElse(null));
        }
        groups = all.toArray(new PopulationCells[0]);
        Map<String, Integer> numbers = new HashMap<>(); // asked, never iterated
        slices.forEach(slice -> numbers.put(slice.id(), numbers.size()));
        sliceOfApp = scenario.apps().stream()
                .map(App::payload)
                .mapToInt(payload -> numbers.getOrDefault(payload.sliceId(), 0))
                .toArray();
    }

    boolean hasCells(int population) {
        return groups[population] != null;
    }

    /** A transfer begins in the cell of the request's user. */
    void enter(int transfer, int app, int population, boolean isUp, long bytes, long drawKey) {
        PopulationCells group = groups[population];
        if (group == null) {
            throw new IllegalStateException("Population %d has no cells.".formatted(population));
        }
        int cell = group.cellAt(draws.uniform(drawKey, CELL_DRAW));
        double seconds = group.aloneSeconds(isUp, draws.uniform(drawKey, RATE_DRAW), bytes);
        cells.enter(transfer, group.number(isUp, cell), sliceOfApp[app], seconds);
    }

    /** Mean share of a population's cells that transfers have used so far, in [0, 1]; 0 where it has none, or at time 0. */
    double utilization(int population, boolean isUp, long nowNanos) {
        PopulationCells group = groups[population];
        if (group == null || nowNanos == 0) {
            return 0;
        }
        double used = 0;
        for (int cell = 0; cell < group.count(); cell++) {
            used += cells.usedSeconds(group.number(isUp, cell));
        }
        return used / group.count() / (nowNanos / 1e9);
    }

    /** Checks the cells. */
    void audit() {
        cells.audit();
    }
}
