package org.tafsim.ran;

import java.util.Arrays;
import org.tafsim.model.RanInterference;
import org.tafsim.model.RanSharing;
import org.tafsim.model.RanSpec;

/**
 * What {@link MissModel} says, worked out once for a grid of loads: control loops ask alike questions for ever. Between the points of the
 * grid the logarithm of the chance goes straight, along the load, and along the rate at which the delays by AI die out, as their tail
 * does; so it still never falls with a load. Shares are rounded down to thousandths. A pool is
 * one card as large as all of its cards. Not thread safe.
 */
public final class MissTable {
    private static final int LOADS = 400;
    private static final int CO_LOADS = 20;
    private static final int SHARES = 1_000;

    /** Shares that are needed are rounded up to these, so that they do not change with every breath of the load. */
    private static final int NEEDS = 100;

    private static final double LEAST_CHANCE = 1e-18;
    private static final double LEAST_LOG = StrictMath.log(LEAST_CHANCE);

    /** Keeps 0.29 · 1000 from being 291. */
    private static final double ROUNDING = 1e-9;

    private final MissModel model;
    private final double target;
    private final double jitter;
    private final double blocking;
    private final boolean minds;
    private final double[] needs = new double[LOADS + 1];

    /** Logarithms of chances by share, then by load and load of AI; NaN where nobody has asked. */
    private final double[][] logs = new double[SHARES + 1][];

    /** Of a site. */
    public MissTable(RanSpec spec) {
        model = new MissModel(spec.sharing() instanceof RanSharing.Pooled pool ? spec.onCards(pool.cards()) : spec);
        target = spec.control().missTarget();
        RanInterference interference = spec.interference();
        jitter = interference.jitterSeconds();
        blocking = interference.blockingSeconds();
        minds = interference.stretch() > 0 || blocking > 0;
        Arrays.fill(needs, -1);
    }

    /** Share of the slots that miss: see {@link MissModel#missProbability}. */
    public double missProbability(double share, double load, double coLoad) {
        int shares = (int) (share * SHARES + ROUNDING);
        double loads = load * LOADS;
        double coLoads = minds ? placeOf(coLoad) * CO_LOADS : 0;
        int low = (int) Math.min(loads, LOADS - 1);
        int coLow = (int) Math.min(coLoads, CO_LOADS - 1);
        double log = between(
                loads - low, alongCoLoad(shares, low, coLow, coLoads), alongCoLoad(shares, low + 1, coLow, coLoads));
        return log <= LEAST_LOG ? 0 : StrictMath.exp(log);
    }

    /** Place of a load of AI on its axis: 1 / (jitter + blocking · u), from that of none to that of all. Both in [0, 1]. */
    private double placeOf(double coLoad) {
        return coLoad * (jitter + blocking) / (jitter + blocking * coLoad);
    }

    private double coLoadAt(double place) {
        return Math.min(1, place * jitter / (jitter + blocking * (1 - place)));
    }

    private double alongCoLoad(int shares, int loads, int coLow, double coLoads) {
        double low = log(shares, loads, coLow);
        return coLoads == coLow ? low : between(coLoads - coLow, low, log(shares, loads, coLow + 1));
    }

    private static double between(double part, double low, double high) {
        return low + part * (high - low);
    }

    private double log(int shares, int loads, int coLoads) {
        double[] row = logs[shares];
        if (row == null) {
            row = new double[(LOADS + 1) * (CO_LOADS + 1)];
            Arrays.fill(row, Double.NaN);
            logs[shares] = row;
        }
        int place = loads * (CO_LOADS + 1) + coLoads;
        if (Double.isNaN(row[place])) {
            double chance = model.missProbability(
                    (double) shares / SHARES, (double) loads / LOADS, coLoadAt((double) coLoads / CO_LOADS));
            row[place] = StrictMath.log(Math.max(LEAST_CHANCE, chance));
        }
        return row[place];
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

    private static int up(double value, int parts) {
        return (int) Math.ceil(value * parts - ROUNDING);
    }

    /** Share of the card that layer 1 is busy with on average; at most 1. */
    public double meanUse(double load) {
        return Math.min(1, model.meanUse(load));
    }

    /** Mean load of cells, each by its resource blocks and downlink layers. */
    public double meanLoad(double[] loads) {
        return model.meanLoad(loads);
    }
}
