package org.tafsim.engine;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Electrical power of tiers over time, at the meters of their sites: what their replicas, and the batteries where they stand, have used
 * since the last look. What is used by the end of the measured time is what accounts have then.
 */
final class TierPower {

    private static final double KILOWATTS_PER_JOULE_AND_NANO = 1e6;

    private final EnergyAccounts accounts;
    private final UsageBook usage;
    private final int[] tierOf;
    private final boolean[] isKnown;
    private final double[] kilowatts;
    private double[] joules;
    private long lastNanos;

    /**
     * Of a run that begins.
     *
     * @param tierOf column of the tier of each replica
     * @param tiers columns
     */
    TierPower(EnergyAccounts accounts, UsageBook usage, int[] tierOf, int tiers) {
        this.accounts = accounts;
        this.usage = usage;
        this.tierOf = tierOf;
        joules = new double[tiers];
        kilowatts = new double[tiers];
        isKnown = new boolean[tiers];
        Arrays.fill(isKnown, true);
        for (int replica = 0; replica < tierOf.length; replica++) {
            isKnown[tierOf[replica]] &= accounts.isAccountedFor(replica);
        }
    }

    /** Looks, at a later instant than the last one. */
    void look(long nowNanos) {
        double[] now = used();
        for (int tier = 0; tier < now.length; tier++) {
            kilowatts[tier] = KILOWATTS_PER_JOULE_AND_NANO * (now[tier] - joules[tier]) / (nowNanos - lastNanos);
        }
        joules = now;
        lastNanos = nowNanos;
    }

    /** The measured time begins, now: accounts do so from nothing. */
    void begin(long nowNanos) {
        joules = used();
        lastNanos = nowNanos;
    }

    private double[] used() {
        double[] byReplica = accounts.joulesAfter(usage.open(), usage.isMeasured());
        double[] byTier = new double[joules.length];
        for (int replica = 0; replica < byReplica.length; replica++) {
            byTier[tierOf[replica]] += byReplica[replica];
        }
        return byTier;
    }

    /** Mean between the last two looks (kW); empty where a replica of the tier is not accounted for. */
    OptionalDouble kilowatts(int tier) {
        return isKnown[tier] ? OptionalDouble.of(kilowatts[tier]) : OptionalDouble.empty();
    }
}
