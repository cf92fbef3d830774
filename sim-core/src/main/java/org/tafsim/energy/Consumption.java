package org.tafsim.energy;

/**
 * What something used. Adds up.
 *
 * @param joules of electricity at the site's meter (J)
 * @param carbonGrams of its generation, life cycle (g CO2e)
 * @param energyEur of electricity (EUR)
 * @param hardwareEur of accelerator-hours, or capital and operation (EUR)
 * @param embodiedGrams of making the hardware, its part of this time (g CO2e); not in the carbon above
 */
public record Consumption(
        double joules, double carbonGrams, double energyEur, double hardwareEur, double embodiedGrams) {

    /** Nothing. */
    public static final Consumption NONE = new Consumption(0, 0, 0, 0, 0);

    static final double JOULES_PER_KWH = 3.6e6;

    /** Both together. */
    public Consumption plus(Consumption other) {
        return new Consumption(
                joules + other.joules,
                carbonGrams + other.carbonGrams,
                energyEur + other.energyEur,
                hardwareEur + other.hardwareEur,
                embodiedGrams + other.embodiedGrams);
    }

    /** That share of it. */
    public Consumption times(double share) {
        return new Consumption(
                share * joules, share * carbonGrams, share * energyEur, share * hardwareEur, share * embodiedGrams);
    }

    /** Electricity and hardware (EUR). */
    public double eur() {
        return energyEur + hardwareEur;
    }

    /** Electricity (kWh). */
    public double kilowattHours() {
        return joules / JOULES_PER_KWH;
    }
}
