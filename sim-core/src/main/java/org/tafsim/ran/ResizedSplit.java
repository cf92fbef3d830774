package org.tafsim.ran;

import java.util.List;
import org.tafsim.model.RanSharing;

/**
 * Slices that are cut anew. When RAN gives back, AI drains first; when it takes, AI loses what it has at once. Then the card is cut:
 * AI has nothing, and RAN what it had. Who asks for more while AI drains has the drain cut short; who asks while the card is cut is
 * heard after that.
 */
final class ResizedSplit implements CardSplit {

    private enum Phase {
        STEADY,
        DRAINING,
        CUTTING
    }

    private final List<RanSharing.Slice> slices;
    private final long drainNanos;
    private final long resizeNanos;
    private Phase phase = Phase.STEADY;
    private long untilNanos = Long.MAX_VALUE;
    private int now;
    private int next;
    private int wanted;

    ResizedSplit(RanSharing.DynamicSlice spec, double reservation) {
        slices = spec.slices().stream()
                .filter(slice -> slice.ranShare() >= reservation)
                .toList();
        if (slices.isEmpty()) {
            throw new IllegalArgumentException(
                    "None of the slices %s gives RAN its reservation of %s.".formatted(spec.slices(), reservation));
        }
        drainNanos = spec.drainNanos();
        resizeNanos = spec.resizeNanos();
        now = slices.size() - 1;
        next = now;
        wanted = now;
    }

    @Override
    public void want(long nowNanos, double share) {
        advance(nowNanos);
        wanted = leastWith(share);
        if (phase == Phase.DRAINING && wanted >= now) {
            // what was to be given back is needed after all
            phase = Phase.STEADY;
            untilNanos = Long.MAX_VALUE;
        }
        if (phase == Phase.STEADY) {
            begin(nowNanos);
        }
    }

    private int leastWith(double share) {
        int i = 0;
        while (i < slices.size() - 1 && slices.get(i).ranShare() < share) {
            i++;
        }
        return i;
    }

    private void begin(long nowNanos) {
        if (wanted < now) {
            phase = Phase.DRAINING;
            untilNanos = nowNanos + drainNanos;
        } else if (wanted > now) {
            cut(nowNanos);
        }
    }

    private void cut(long nowNanos) {
        phase = Phase.CUTTING;
        next = wanted;
        untilNanos = nowNanos + resizeNanos;
    }

    @Override
    public void advance(long nowNanos) {
        while (untilNanos <= nowNanos) {
            long atNanos = untilNanos;
            untilNanos = Long.MAX_VALUE;
            if (phase == Phase.DRAINING) {
                cut(atNanos);
            } else {
                phase = Phase.STEADY;
                now = next;
                begin(atNanos);
            }
        }
    }

    @Override
    public long nextChangeNanos() {
        return untilNanos;
    }

    @Override
    public double ranShare() {
        return slices.get(now).ranShare();
    }

    @Override
    public double aiShare() {
        return phase == Phase.CUTTING ? 0 : slices.get(now).aiShare();
    }

    @Override
    public boolean isDraining() {
        return phase == Phase.DRAINING;
    }
}
