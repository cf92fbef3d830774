package org.tafsim.model;

/**
 * What electricity and accelerators cost at a site, in carbon and in money.
 *
 * @param siteId of the site
 * @param pue power usage effectiveness: power of the site over that of its servers, at least 1
 * @param carbonGramsPerKwh of its electricity (g CO2e/kWh)
 * @param eurPerKwh price of its electricity (EUR/kWh)
 * @param hourFactor price of an accelerator-hour here over that in a cloud region
 * @param premium what its operator asks on top of that, as a factor; 1 for none
 * @param supply its hours, its battery and its backhaul
 */
public record SiteTariff(
        String siteId,
        double pue,
        double carbonGramsPerKwh,
        double eurPerKwh,
        double hourFactor,
        double premium,
        SiteSupply supply) {

    /** Checks. */
    public SiteTariff {
        String owner = "Tariff of site " + siteId;
        if (!(pue >= 1 && pue < Double.POSITIVE_INFINITY)) { // also catches NaN
            throw new IllegalArgumentException(
                    "%s: the PUE (%s) must be at least 1. Maybe its inverse was given.".formatted(owner, pue));
        }
        Require.atLeastZero(carbonGramsPerKwh, owner, "carbon of electricity (g CO2e/kWh)");
        Require.atLeastZero(eurPerKwh, owner, "price of electricity (EUR/kWh)");
        Require.atLeastZero(hourFactor, owner, "factor on accelerator-hours");
        Require.atLeastZero(premium, owner, "premium");
    }

    /** A tariff of which every hour is alike. */
    public SiteTariff(
            String siteId, double pue, double carbonGramsPerKwh, double eurPerKwh, double hourFactor, double premium) {
        this(siteId, pue, carbonGramsPerKwh, eurPerKwh, hourFactor, premium, SiteSupply.PLAIN);
    }

    /** Carbon in an hour of the day, from 0 (g CO2e/kWh). */
    public double carbonGramsPerKwh(int hour) {
        return carbonGramsPerKwh * supply.carbonFactor(hour);
    }

    /** Price in an hour of the day, from 0 (EUR/kWh). */
    public double eurPerKwh(int hour) {
        return eurPerKwh * supply.priceFactor(hour);
    }
}
