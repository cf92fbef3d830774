package org.tafsim.ran;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.model.Carrier;
import org.tafsim.model.CellSpec;
import org.tafsim.model.RanInterference;
import org.tafsim.model.RanSpec;
import umontreal.ssj.rng.RandomStream;

/**
 * Layer 1 slot by slot: what each carrier grants is drawn, the card works it off at the pace that its share and AI leave it, and late
 * slots delay the next. Slow, and the yardstick of {@link MissModel}; runs do not need it.
 */
public final class SlotModel {
    private final RanSpec spec;
    private final RanInterference interference;
    private final RandomStream stream;
    private final double slotSeconds;
    private final double deadlineSeconds;
    private double delaySeconds;
    private int place;

    /** Of a site, idle, at the first downlink slot. */
    public SlotModel(RanSpec spec, RandomStream stream) {
        this.spec = spec;
        this.stream = stream;
        interference = spec.sharing().interference();
        slotSeconds = spec.slotNanos() / 1e9;
        deadlineSeconds = spec.deadlineNanos() / 1e9;
    }

    /**
     * Runs some slots and counts those that miss.
     *
     * @param share of the card that RAN has, in (0, 1]
     * @param loads of the cells, in [0, 1], in their order
     * @param coLoad share of time that AI computes on the card, in [0, 1]
     */
    public long misses(long slots, double share, double[] loads, double coLoad) {
        GrantDraw[] carriers = carriers(loads);
        double pace = (1 + interference.stretch() * coLoad) / share;
        double wait = interference.jitterSeconds() + interference.blockingSeconds() * coLoad;
        long missed = 0;
        for (long slot = 0; slot < slots; slot++) {
            double seconds = pace * workSeconds(carriers) - wait * StrictMath.log(1 - stream.nextDouble());
            if (delaySeconds + seconds > deadlineSeconds) {
                missed++;
            }
            delaySeconds = Math.min(slotSeconds, Math.max(0, seconds - slotSeconds));
            place = (place + 1) % CellSpec.PATTERN_SLOTS;
        }
        return missed;
    }

    private double workSeconds(GrantDraw[] carriers) {
        boolean isDownlink = place < spec.downlinkSlots();
        double seconds = 0;
        for (GrantDraw carrier : carriers) {
            double grain = isDownlink ? carrier.downlinkSeconds : carrier.uplinkSeconds;
            seconds += spec.demand().fixedSeconds() + carrier.grants(stream.nextDouble()) * grain;
        }
        return seconds;
    }

    private GrantDraw[] carriers(double[] loads) {
        if (loads.length != spec.cells().size()) {
            throw new IllegalArgumentException("%d loads for %d cells."
                    .formatted(loads.length, spec.cells().size()));
        }
        List<GrantDraw> draws = new ArrayList<>();
        for (int i = 0; i < loads.length; i++) {
            for (Carrier carrier : spec.cells().get(i).carriers()) {
                draws.add(new GrantDraw(spec, carrier, loads[i]));
            }
        }
        return draws.toArray(GrantDraw[]::new);
    }

    /** How many grants a carrier gives out in a slot, by inversion; each is given with the chance of the load. */
    private static final class GrantDraw {
        private final double[] cumulative;
        private final double downlinkSeconds;
        private final double uplinkSeconds;

        GrantDraw(RanSpec spec, Carrier carrier, double load) {
            downlinkSeconds = SlotWork.grainSeconds(spec.demand(), carrier, true);
            uplinkSeconds = SlotWork.grainSeconds(spec.demand(), carrier, false);
            double[] chances = {1};
            for (int grant = 0; grant < SlotWork.grants(spec.demand(), carrier); grant++) {
                chances = withOneMore(chances, load);
            }
            cumulative = chances;
            for (int k = 1; k < cumulative.length; k++) {
                cumulative[k] += cumulative[k - 1];
            }
        }

        private static double[] withOneMore(double[] chances, double load) {
            double[] next = new double[chances.length + 1];
            for (int k = 0; k < chances.length; k++) {
                next[k] += (1 - load) * chances[k];
                next[k + 1] += load * chances[k];
            }
            return next;
        }

        int grants(double uniform) {
            int k = 0;
            while (k < cumulative.length - 1 && uniform >= cumulative[k]) {
                k++;
            }
            return k;
        }
    }
}
