package org.tafsim.ran;

import org.tafsim.model.Carrier;
import org.tafsim.model.CellSpec;
import org.tafsim.model.L1Demand;
import org.tafsim.model.RanSpec;

/**
 * Work of one slot of all cells of a card, in one direction: fixed + grain · K, where K of {@code grants} grants are given out, each
 * with the chance of the load. Carriers that are not alike become as many alike grants as keep mean and variance.
 *
 * @param fixedSeconds of the whole card
 * @param grainSeconds of one grant, of the whole card
 * @param grants that can be given out, at least 1
 */
record SlotWork(double fixedSeconds, double grainSeconds, int grants) {

    static SlotWork downlink(RanSpec spec) {
        return of(spec, true);
    }

    static SlotWork uplink(RanSpec spec) {
        return of(spec, false);
    }

    private static SlotWork of(RanSpec spec, boolean isDownlink) {
        double fixed = 0;
        double sum = 0;
        double squares = 0;
        for (CellSpec cell : spec.cells()) {
            for (Carrier carrier : cell.carriers()) {
                int grants = grants(spec.demand(), carrier);
                double grain = grainSeconds(spec.demand(), carrier, isDownlink);
                fixed += spec.demand().fixedSeconds();
                sum += grants * grain;
                squares += grants * grain * grain;
            }
        }
        int alike = (int) Math.max(1, Math.round(sum * sum / squares));
        return new SlotWork(fixed, sum / alike, alike);
    }

    static int grants(L1Demand demand, Carrier carrier) {
        return Math.min(demand.grants(), carrier.prbs());
    }

    /** One grant of a carrier (s of the whole card). */
    static double grainSeconds(L1Demand demand, Carrier carrier, boolean isDownlink) {
        double perBlock = isDownlink
                ? demand.downlinkSeconds() * carrier.downlinkLayers()
                : demand.uplinkSeconds() * carrier.uplinkLayers();
        return perBlock * carrier.prbs() / grants(demand, carrier);
    }

    /** Of each cell, its part of all resource blocks × downlink layers. */
    static double[] weights(RanSpec spec) {
        double[] weights = new double[spec.cells().size()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            for (Carrier carrier : spec.cells().get(i).carriers()) {
                weights[i] += carrier.prbs() * carrier.downlinkLayers();
            }
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /** Mean work of a slot (s of the whole card). */
    double meanSeconds(double load) {
        return fixedSeconds + load * grants * grainSeconds;
    }
}
