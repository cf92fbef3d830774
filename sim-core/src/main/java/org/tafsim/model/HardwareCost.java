package org.tafsim.model;

/**
 * What it costs to own an accelerator, with its part of server, building and staff.
 *
 * @param capexEur to buy it (EUR)
 * @param lifeYears over which that is spread evenly
 * @param opexEurPerYear to run it, without electricity, in a cloud region (EUR a year)
 */
public record HardwareCost(double capexEur, double lifeYears, double opexEurPerYear) {

    /** Hours of a year, leap years included. */
    public static final double HOURS_PER_YEAR = 8766;

    /** Checks. */
    public HardwareCost {
        Require.atLeastZero(capexEur, "Cost of hardware", "capex (EUR)");
        Require.positive(lifeYears, "Cost of hardware", "life (years)");
        Require.atLeastZero(opexEurPerYear, "Cost of hardware", "opex (EUR a year)");
    }

    /** Capital of an hour (EUR). */
    public double capexEurPerHour() {
        return capexEur / (lifeYears * HOURS_PER_YEAR);
    }

    /** Operation of an hour (EUR), in a cloud region. */
    public double opexEurPerHour() {
        return opexEurPerYear / HOURS_PER_YEAR;
    }

    /** That share of it. */
    public HardwareCost times(double share) {
        return new HardwareCost(share * capexEur, lifeYears, share * opexEurPerYear);
    }
}
