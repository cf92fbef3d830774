package org.tafsim.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Carbon of making hardware, spread evenly over its life.
 *
 * @param kilograms of an accelerator with its part of the server, by its id (kg CO2e)
 * @param lifeYears over which that is spread
 */
public record EmbodiedCarbon(Map<String, Double> kilograms, double lifeYears) {

    /** How long servers are kept: an assumption, four to six years are usual. */
    public static final double USUAL_LIFE_YEARS = 5;

    /** Copies and checks. */
    public EmbodiedCarbon {
        kilograms = Collections.unmodifiableMap(new LinkedHashMap<>(kilograms));
        kilograms.forEach((id, kg) -> Require.atLeastZero(kg, "Accelerator " + id, "embodied carbon (kg CO2e)"));
        Require.positive(lifeYears, "Embodied carbon", "life (years)");
    }

    /** Of an hour of an accelerator (g CO2e); 0 where nothing is stated of it. */
    public double gramsPerHour(String accelerator) {
        return 1000 * kilograms.getOrDefault(accelerator, 0.0) / (lifeYears * HardwareCost.HOURS_PER_YEAR);
    }
}
