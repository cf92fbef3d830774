package org.tafsim.radio;

import java.util.List;
import org.tafsim.kernel.random.KeyedDraws;
import org.tafsim.model.WakeUp;

/** A delay before which some users must wake up. One draw says whether, from which state, and how long that takes. */
final class WakingDelay implements OneWayDelay {
    private final List<WakeUp> wakeUps;
    private final OneWayDelay awake;
    private final int draw;

    WakingDelay(List<WakeUp> wakeUps, OneWayDelay awake, int draw) {
        this.wakeUps = wakeUps;
        this.awake = awake;
        this.draw = draw;
    }

    @Override
    public long nanos(KeyedDraws draws, long drawKey, long nowNanos) {
        long wakingNanos = Millis.nanos(wakingMillis(draws.uniform(drawKey, draw)));
        return wakingNanos + awake.nanos(draws, drawKey, nowNanos + wakingNanos);
    }

    /** The states share the unit interval from its end down, so that a greater draw is never a state listed later. */
    private double wakingMillis(double u) {
        double above = 1 - u;
        for (int i = 0; i < wakeUps.size(); i++) { // no iterator: one for each request would be garbage
            WakeUp wakeUp = wakeUps.get(i);
            if (above < wakeUp.share()) {
                double part = above / wakeUp.share();
                return wakeUp.mostMillis() - part * (wakeUp.mostMillis() - wakeUp.leastMillis());
            }
            above -= wakeUp.share();
        }
        return 0;
    }

    @Override
    public long leastNanos(KeyedDraws draws, long drawKey) {
        return Millis.nanos(wakingMillis(draws.uniform(drawKey, draw))) + awake.leastNanos(draws, drawKey);
    }

    @Override
    public double meanMillis() {
        double waking = wakeUps.stream()
                .mapToDouble(wakeUp -> wakeUp.share() * wakeUp.meanMillis())
                .sum();
        return awake.meanMillis() + waking;
    }
}
