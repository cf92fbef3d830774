package org.tafsim.ran;

import java.util.Arrays;
import org.tafsim.model.RanSharing;
import org.tafsim.model.RanSpec;

/**
 * What {@link MissModel} says, worked out once for each question: control loops ask alike ones for ever. Loads are rounded up to
 * thousandths, shares down to them, and the load of AI up to hundredths, so that no answer is too good. A pool is one card as large as
 * all of its cards. Not thread safe.
 */
public final class MissTable {
    private static final int LOADS = 1_000;
    private static final int SHARES = 1_000;
    private static final int CO_LOADS = 100;

    /** Shares that are needed are rounded up to these, so that they do not change with every breath of the load. */
    private static final int NEEDS = 100;

    /** Keeps 0.29 · 1000 from being 291. */
    private static final double ROUNDING = 1e-9;

    private final MissModel model;
    private final double target;
    private final double[] needs = new double[LOADS + 1];
    private int[] keys = new int[1 << 10];
    private double[] values = new double[keys.length];
    private int size;

    /** Of a site. */
    public MissTable(RanSpec spec) {
        model = new MissModel(spec.sharing() instanceof RanSharing.Pooled pool ? spec.onCards(pool.cards()) : spec);
        target = spec.control().missTarget();
        Arrays.fill(needs, -1);
    }

    /** Share of the slots that miss: see {@link MissModel#missProbability}. */
    public double missProbability(double share, double load, double coLoad) {
        int shares = (int) (share * SHARES + ROUNDING);
        int loads = up(load, LOADS);
        int coLoads = up(coLoad, CO_LOADS);
        int key = 1 + (shares * (LOADS + 1) + loads) * (CO_LOADS + 1) + coLoads; // 0 is no key
        int place = find(key);
        if (keys[place] == 0) {
            keys[place] = key;
            values[place] = model.missProbability(
                    (double) shares / SHARES, (double) loads / LOADS, (double) coLoads / CO_LOADS);
            double value = values[place];
            if (2 * ++size > keys.length) {
                grow();
            }
            return value;
        }
        return values[place];
    }

    /** The least share, in hundredths, with which no more slots miss than may, with AI busy all the time; 1 where that is too little. */
    public double need(double load) {
        int loads = up(load, LOADS);
        if (needs[loads] < 0) {
            double share = model.shareFor(target, (double) loads / LOADS, 1);
            needs[loads] = (double) up(share, NEEDS) / NEEDS;
        }
        return needs[loads];
    }

    /** Share of the card that layer 1 is busy with on average; at most 1. */
    public double meanUse(double load) {
        return Math.min(1, model.meanUse(load));
    }

    /** Mean load of cells, each by its resource blocks and downlink layers. */
    public double meanLoad(double[] loads) {
        return model.meanLoad(loads);
    }

    private static int up(double value, int parts) {
        return (int) Math.ceil(value * parts - ROUNDING);
    }

    private int find(int key) {
        int mask = keys.length - 1;
        int place = ((key * 0x9E3779B9) >>> 7) & mask;
        while (keys[place] != 0 && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        int[] oldKeys = keys;
        double[] oldValues = values;
        keys = new int[2 * oldKeys.length];
        values = new double[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int place = find(oldKeys[i]);
                keys[place] = oldKeys[i];
                values[place] = oldValues[i];
            }
        }
    }
}
