package org.tafsim.energy;

/**
 * What something used. Adds up.
 *
 * @param joules of electricity at the site's meter (J)
 * @param carbonGrams of its generation, life cycle (g CO2e)
 * @param eur of electricity and accelerator-hours (EUR)
 */
public record Consumption(double joules, double carbonGrams, double eur) {

    /** Nothing. */
    public static final Consumption NONE = new Consumption(0, 0, 0);

    private static final double JOULES_PER_KWH = 3.6e6;

    /** Both together. */
    public Consumption plus(Consumption other) {
        return new Consumption(joules + other.joules, carbonGrams + other.carbonGrams, eur + other.eur);
    }

    /** Electricity (kWh). */
    public double kilowattHours() {
        return joules / JOULES_PER_KWH;
    }
}
