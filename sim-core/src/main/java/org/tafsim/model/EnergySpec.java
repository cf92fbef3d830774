package org.tafsim.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What running a scenario uses: power, carbon and money.
 *
 * @param power of accelerators and servers
 * @param eurPerAcceleratorHour price of an hour of an accelerator in a cloud region, without electricity, by its id (EUR/h)
 * @param capWatts what an accelerator may draw, by its id, where that is less than its board power (W)
 * @param tariffs of sites, none twice (the scenario checks it); a site without one is not accounted for
 * @param startHour hour of the day at which the run starts, for tariffs with hours, in [0, 24)
 * @param hardware what owning an accelerator costs, by its id; in place of its hours
 * @param embodied carbon of making the hardware; empty where it is not accounted for
 */
public record EnergySpec(
        PowerSpec power,
        Map<String, Double> eurPerAcceleratorHour,
        Map<String, Double> capWatts,
        List<SiteTariff> tariffs,
        double startHour,
        Map<String, HardwareCost> hardware,
        Optional<EmbodiedCarbon> embodied) {

    /** Nothing stated, nothing accounted for. */
    public static final EnergySpec NONE = new EnergySpec(new PowerSpec(0, 1, 1), Map.of(), List.of());

    /** Copies and checks. */
    public EnergySpec {
        eurPerAcceleratorHour = Collections.unmodifiableMap(new LinkedHashMap<>(eurPerAcceleratorHour));
        capWatts = Collections.unmodifiableMap(new LinkedHashMap<>(capWatts));
        tariffs = List.copyOf(tariffs);
        hardware = Collections.unmodifiableMap(new LinkedHashMap<>(hardware));
        if (!(startHour >= 0 && startHour < 24)) { // also catches NaN
            throw new IllegalArgumentException(
                    "Energy: the run must start at an hour of the day in [0, 24), not %s.".formatted(startHour));
        }
        eurPerAcceleratorHour.forEach(
                (id, eur) -> Require.atLeastZero(eur, "Accelerator " + id, "price of an hour (EUR)"));
        capWatts.forEach((id, watts) -> Require.positive(watts, "Accelerator " + id, "power cap (W)"));
    }

    /** From midnight, with accelerators by the hour. */
    public EnergySpec(
            PowerSpec power,
            Map<String, Double> eurPerAcceleratorHour,
            Map<String, Double> capWatts,
            List<SiteTariff> tariffs) {
        this(power, eurPerAcceleratorHour, capWatts, tariffs, 0, Map.of(), Optional.empty());
    }

    /** Whether it matters what time of the day it is. */
    public boolean hasHours() {
        return tariffs.stream().anyMatch(tariff -> tariff.supply().hasHours());
    }

    /** Without caps. */
    public EnergySpec(PowerSpec power, Map<String, Double> eurPerAcceleratorHour, List<SiteTariff> tariffs) {
        this(power, eurPerAcceleratorHour, Map.of(), tariffs);
    }
}
