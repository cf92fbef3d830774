package org.tafsim.scenario.catalog;

/**
 * What a tier adds to power and prices.
 *
 * @param pue power of a site over that of its servers, at least 1
 * @param hourFactor price of an accelerator-hour over that in a cloud region
 * @param kwhFactor price of a kilowatt-hour over that of a small data center in the country
 * @param backhaulEurPerGb price of what a site sends and receives (EUR/GB)
 * @param source where the figures come from
 */
public record TierOverheads(double pue, double hourFactor, double kwhFactor, double backhaulEurPerGb, String source) {}
