package org.tafsim.station;

/**
 * Steady-state answers of textbook queues. Rates are per second, times in seconds; load means arrival rate times mean service
 * time over the number of servers, below 1.
 *
 * <p>Source: L. Kleinrock, "Queueing Systems, Volume 1: Theory", 1975 (M/M/1, M/M/c, M/G/1) and "Volume 2: Computer
 * Applications", 1976, section 4.4 (processor sharing).
 */
public final class TheoryFormulas {

    private TheoryFormulas() {}

    /** Mean wait in M/M/1: ρ s / (1 − ρ). */
    public static double meanWaitMm1(double load, double meanServiceSeconds) {
        requireStable(load);
        return load * meanServiceSeconds / (1 - load);
    }

    /** Mean number of customers present in M/M/1: ρ / (1 − ρ). */
    public static double meanPresentMm1(double load) {
        requireStable(load);
        return load / (1 - load);
    }

    /** Mean wait in M/M/c: C(c, a) s / (c − a), C Erlang's delay formula and a = c ρ the offered load. */
    public static double meanWaitMmc(int servers, double load, double meanServiceSeconds) {
        double offered = servers * load;
        return erlangC(servers, offered) * meanServiceSeconds / (servers - offered);
    }

    /** Mean wait in M/G/1 (Pollaczek–Khinchine): ρ s (1 + v²) / (2 (1 − ρ)), v the variation coefficient of service. */
    public static double meanWaitMg1(double load, double meanServiceSeconds, double variationCoefficient) {
        requireStable(load);
        double spread = 1 + variationCoefficient * variationCoefficient;
        return load * meanServiceSeconds * spread / (2 * (1 - load));
    }

    /** Mean wait in M/D/1: half of M/M/1's. */
    public static double meanWaitMd1(double load, double serviceSeconds) {
        return meanWaitMg1(load, serviceSeconds, 0);
    }

    /** Mean response of customers of one size in M/G/1 processor sharing: x / (1 − ρ), whatever the other sizes. */
    public static double meanResponsePs(double load, double sizeSeconds) {
        requireStable(load);
        return sizeSeconds / (1 - load);
    }

    /**
     * Erlang's loss formula B(c, a): the share of customers who find all servers busy and leave, for any service
     * distribution. By the recursion B(c) = a B(c − 1) / (c + a B(c − 1)).
     *
     * @param offered arrival rate times mean service time (Erlang), may exceed the number of servers
     */
    public static double erlangB(int servers, double offered) {
        double blocking = 1;
        for (int c = 1; c <= servers; c++) {
            blocking = offered * blocking / (c + offered * blocking);
        }
        return blocking;
    }

    /** Erlang's delay formula C(c, a): the share of customers who wait; c B / (c − a (1 − B)). */
    public static double erlangC(int servers, double offered) {
        requireStable(offered / servers);
        double blocking = erlangB(servers, offered);
        return servers * blocking / (servers - offered * (1 - blocking));
    }

    /** Little's law: mean number present = arrival rate times mean time spent. */
    public static double meanPresent(double arrivalsPerSecond, double meanResponseSeconds) {
        return arrivalsPerSecond * meanResponseSeconds;
    }

    private static void requireStable(double load) {
        if (!(load >= 0 && load < 1)) { // also catches NaN
            throw new IllegalArgumentException(
                    "The load (%s) must be in [0, 1): above, queues grow for ever.".formatted(load));
        }
    }
}
