package org.tafsim.network;

import java.util.Arrays;
import org.tafsim.cell.Cells;
import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.Samplers;
import org.tafsim.model.CellGroup;
import org.tafsim.model.QuantileTable;

/** The cells of one population, both directions. */
final class PopulationCells {
    private final int firstUp;
    private final int firstDown;
    private final InverseCdf uplinkBitsPerSecond;
    private final InverseCdf downlinkBitsPerSecond;

    /** By cell: share of the users in it or in one before it. */
    private final double[] shares;

    PopulationCells(CellGroup group, Cells cells) {
        firstUp = cells.add(group.count(), group.profile().uplinkUserShare(), group.uplinkBackground());
        firstDown = cells.add(group.count(), 1, group.downlinkBackground());
        uplinkBitsPerSecond = quantiles(group.profile().uplinkBitsPerSecond());
        downlinkBitsPerSecond = quantiles(group.profile().downlinkBitsPerSecond());
        shares = shares(group.count(), group.spread());
    }

    private static InverseCdf quantiles(QuantileTable table) {
        return Samplers.quantiles(table.probabilities(), table.values());
    }

    /** Cells weigh as the quantiles in the middle of equal parts of a lognormal distribution: the same in every run. */
    private static double[] shares(int count, double spread) {
        InverseCdf weight = Samplers.lognormal(0, spread);
        double[] sums = new double[count];
        double sum = 0;
        for (int cell = 0; cell < count; cell++) {
            sum += weight.at((cell + 0.5) / count);
            sums[cell] = sum;
        }
        for (int cell = 0; cell < count; cell++) {
            sums[cell] /= sum;
        }
        return sums;
    }

    int count() {
        return shares.length;
    }

    /** The cell of a user, for a uniform draw: from 0. */
    int cellAt(double u) {
        int found = Arrays.binarySearch(shares, u);
        return Math.min(found < 0 ? -found - 1 : found, shares.length - 1);
    }

    /** Number of a cell among all. */
    int number(boolean isUp, int cell) {
        return (isUp ? firstUp : firstDown) + cell;
    }

    /** Time that a user with this draw needs for so many bytes with the whole cell (s). */
    double aloneSeconds(boolean isUp, double u, double bytes) {
        return bytes * 8.0 / (isUp ? uplinkBitsPerSecond : downlinkBitsPerSecond).at(u);
    }
}
