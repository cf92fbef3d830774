package org.tafsim.model;

import java.util.List;
import java.util.Optional;

/**
 * How a site is supplied, beside the yearly means of its tariff.
 *
 * @param carbonHours carbon of its electricity by the hour of the day, from midnight, over its mean: 24 factors, scaled to a mean of
 *     1; none where every hour is alike
 * @param priceHours the same of its price
 * @param battery behind its meter
 * @param backhaulEurPerGb price of what it sends and receives (EUR/GB)
 */
public record SiteSupply(
        List<Double> carbonHours, List<Double> priceHours, Optional<Battery> battery, double backhaulEurPerGb) {

    /** Every hour alike, no battery, and bytes cost nothing. */
    public static final SiteSupply PLAIN = new SiteSupply(List.of(), List.of(), Optional.empty(), 0);

    /** Copies, scales and checks. */
    public SiteSupply {
        carbonHours = scaled(carbonHours);
        priceHours = scaled(priceHours);
        Require.atLeastZero(backhaulEurPerGb, "Supply of a site", "price of backhaul (EUR/GB)");
    }

    private static List<Double> scaled(List<Double> hours) {
        return hours.isEmpty() ? List.of() : new DiurnalProfile(hours, 0).hourlyFactors();
    }

    /** Whether it matters what time of the day it is. */
    public boolean hasHours() {
        return !carbonHours.isEmpty() || !priceHours.isEmpty() || battery.isPresent();
    }

    /** Carbon in an hour of the day, from 0, over its mean. */
    public double carbonFactor(int hour) {
        return carbonHours.isEmpty() ? 1 : carbonHours.get(hour);
    }

    /** Price in an hour of the day, from 0, over its mean. */
    public double priceFactor(int hour) {
        return priceHours.isEmpty() ? 1 : priceHours.get(hour);
    }
}
