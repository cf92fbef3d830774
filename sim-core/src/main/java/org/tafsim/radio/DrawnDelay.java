package org.tafsim.radio;

import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.KeyedDraws;
import org.tafsim.kernel.random.Samplers;
import org.tafsim.model.QuantileTable;

/** As measured: drawn from a table, whatever the time. */
final class DrawnDelay implements OneWayDelay {
    private final InverseCdf millis;
    private final double meanMillis;
    private final int draw;

    DrawnDelay(QuantileTable table, int draw) {
        millis = Samplers.quantiles(table.probabilities(), table.values());
        meanMillis = table.mean();
        this.draw = draw;
    }

    @Override
    public long nanos(KeyedDraws draws, long drawKey, long nowNanos) {
        return Millis.nanos(millis.at(draws.uniform(drawKey, draw)));
    }

    @Override
    public long leastNanos(KeyedDraws draws, long drawKey) {
        return nanos(draws, drawKey, 0);
    }

    @Override
    public double meanMillis() {
        return meanMillis;
    }
}
