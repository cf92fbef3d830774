package org.tafsim.cell;

import java.util.List;
import org.tafsim.model.NetworkSlice;

/**
 * How the resource blocks of a cell are divided among slices that have something to send.
 *
 * <p>A slice with n transfers wants d = min(maximum, n · most of one transfer). What others use, the background, comes first but gives
 * way to guarantees: there is room for R = max(1 − background, Σ min(guarantee, d)). Strict slices take what they want of it in their
 * order, short of the guarantees of those behind them. The rest is filled like water: each slice gets λ · n · weight, yet at least
 * min(guarantee, d) and at most d, with λ such that all is used or all are content. So the room is used wherever somebody wants it, and
 * a slice alone has all it may have.
 */
final class Division {
    private final int slices;
    private final double[] guarantees;
    private final double[] maxima;
    private final double[] weights;
    private final boolean[] strict;
    private final double userShare;
    private final double background;

    private final double[] wants;
    private final double[] floors;
    private final boolean[] isOpen;

    /**
     * Of one kind of cell and direction.
     *
     * @param userShare most of the cell that one transfer can use, in (0, 1]
     * @param background share that others use, in [0, 1)
     */
    Division(List<NetworkSlice> terms, double userShare, double background) {
        slices = terms.size();
        guarantees = terms.stream().mapToDouble(NetworkSlice::guaranteedShare).toArray();
        maxima = terms.stream().mapToDouble(NetworkSlice::maximumShare).toArray();
        weights = terms.stream().mapToDouble(NetworkSlice::weight).toArray();
        strict = new boolean[slices];
        for (int slice = 0; slice < slices; slice++) {
            strict[slice] = terms.get(slice).isStrict();
        }
        this.userShare = userShare;
        this.background = background;
        wants = new double[slices];
        floors = new double[slices];
        isOpen = new boolean[slices];
    }

    /**
     * Divides.
     *
     * @param transfers of each slice, at least 0
     * @param shares of each slice, filled
     */
    void divide(int[] transfers, double[] shares) {
        double guaranteed = 0;
        for (int slice = 0; slice < slices; slice++) {
            wants[slice] = Math.min(maxima[slice], transfers[slice] * userShare);
            floors[slice] = Math.min(guarantees[slice], wants[slice]);
            guaranteed += floors[slice];
        }
        double room = Math.max(1 - background, guaranteed);
        for (int slice = 0; slice < slices; slice++) {
            if (strict[slice]) {
                double others = guaranteed - floors[slice];
                shares[slice] = Math.min(wants[slice], Math.max(room - others, 0));
                room -= shares[slice];
                guaranteed = others;
            }
        }
        fill(transfers, room, shares);
    }

    /** Fixes, round by round, whom λ would give too little or too much, whichever of the two is more, until nobody is left. */
    private void fill(int[] transfers, double room, double[] shares) {
        double left = room;
        for (int slice = 0; slice < slices; slice++) {
            isOpen[slice] = !strict[slice] && transfers[slice] > 0;
            if (!strict[slice]) {
                shares[slice] = 0;
            }
        }
        while (true) {
            double weight = openWeight(transfers);
            if (weight == 0) {
                return;
            }
            double level = Math.max(left, 0) / weight;
            double tooLittle = 0;
            double tooMuch = 0;
            for (int slice = 0; slice < slices; slice++) {
                if (isOpen[slice]) {
                    shares[slice] = level * transfers[slice] * weights[slice];
                    tooLittle += Math.max(0, floors[slice] - shares[slice]);
                    tooMuch += Math.max(0, shares[slice] - wants[slice]);
                }
            }
            if (tooLittle == 0 && tooMuch == 0) {
                return;
            }
            left -= fix(shares, tooLittle > tooMuch);
        }
    }

    private double openWeight(int[] transfers) {
        double weight = 0;
        for (int slice = 0; slice < slices; slice++) {
            weight += isOpen[slice] ? transfers[slice] * weights[slice] : 0;
        }
        return weight;
    }

    /** Fixes shares. Returns what those have together whose share stands now. */
    private double fix(double[] shares, boolean isTooLittle) {
        double fixed = 0;
        for (int slice = 0; slice < slices; slice++) {
            if (!isOpen[slice]) {
                continue;
            }
            boolean isOver = isTooLittle ? shares[slice] < floors[slice] : shares[slice] > wants[slice];
            if (isOver) {
                shares[slice] = isTooLittle ? floors[slice] : wants[slice];
                isOpen[slice] = false;
                fixed += shares[slice];
            }
        }
        return fixed;
    }
}
