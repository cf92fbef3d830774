package org.tafsim.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What running a scenario uses: power, carbon and money.
 *
 * @param power of accelerators and servers
 * @param eurPerAcceleratorHour price of an hour of an accelerator in a cloud region, without electricity, by its id (EUR/h)
 * @param capWatts what an accelerator may draw, by its id, where that is less than its board power (W)
 * @param tariffs of sites, none twice (the scenario checks it); a site without one is not accounted for
 */
public record EnergySpec(
        PowerSpec power,
        Map<String, Double> eurPerAcceleratorHour,
        Map<String, Double> capWatts,
        List<SiteTariff> tariffs) {

    /** Nothing stated, nothing accounted for. */
    public static final EnergySpec NONE = new EnergySpec(new PowerSpec(0, 1, 1), Map.of(), List.of());

    /** Copies and checks. */
    public EnergySpec {
        eurPerAcceleratorHour = Collections.unmodifiableMap(new LinkedHashMap<>(eurPerAcceleratorHour));
        capWatts = Collections.unmodifiableMap(new LinkedHashMap<>(capWatts));
        tariffs = List.copyOf(tariffs);
        eurPerAcceleratorHour.forEach(
                (id, eur) -> Require.atLeastZero(eur, "Accelerator " + id, "price of an hour (EUR)"));
        capWatts.forEach((id, watts) -> Require.positive(watts, "Accelerator " + id, "power cap (W)"));
    }

    /** Without caps. */
    public EnergySpec(PowerSpec power, Map<String, Double> eurPerAcceleratorHour, List<SiteTariff> tariffs) {
        this(power, eurPerAcceleratorHour, Map.of(), tariffs);
    }
}
