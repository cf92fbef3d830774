package org.tafsim.model;

/**
 * A battery at a site, behind its meter: what it takes it gives back later, less its losses.
 *
 * @param kilowattHours it holds at most
 * @param kilowatts it takes, or gives, at most
 * @param efficiency what it gives of what it takes, in (0, 1]
 * @param by what it takes turns by
 */
public record Battery(double kilowattHours, double kilowatts, double efficiency, By by) {

    /** Of a lithium battery with its inverters, there and back: an assumption, 85 to 92 % is usual. */
    public static final double USUAL_EFFICIENCY = 0.88;

    /** What makes an hour one to charge in or one to discharge in. */
    public enum By {
        /** The price of electricity. */
        PRICE,
        /** Its carbon. */
        CARBON
    }

    /** Checks. */
    public Battery {
        Require.positive(kilowattHours, "Battery", "capacity (kWh)");
        Require.positive(kilowatts, "Battery", "power (kW)");
        Require.share(efficiency, "Battery", "efficiency");
    }
}
