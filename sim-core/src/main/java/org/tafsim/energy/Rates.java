package org.tafsim.energy;

import java.util.Map;
import java.util.Optional;
import org.tafsim.model.EmbodiedCarbon;
import org.tafsim.model.EnergySpec;
import org.tafsim.model.HardwareCost;
import org.tafsim.model.PowerSpec;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.SiteTariff;

/**
 * What a replica uses per second and per joule, at the means of the day.
 *
 * @param tariff of its site
 * @param idleWatts at the site's meter, while no iteration runs (W)
 * @param busyWatts while one runs (W)
 * @param prefillWatts what is added to that while prompt tokens are in it (W)
 * @param eurPerSecond of its accelerators
 * @param embodiedGramsPerSecond of making them (g CO2e/s)
 */
record Rates(
        SiteTariff tariff,
        double idleWatts,
        double busyWatts,
        double prefillWatts,
        double eurPerSecond,
        double embodiedGramsPerSecond) {

    private static final double SECONDS_PER_HOUR = 3600;

    /** Empty where the accelerator has no price. */
    static Optional<Rates> find(EnergySpec energy, SiteTariff tariff, ServedReplica replica) {
        return hour(energy, tariff, replica).map(eur -> of(energy, tariff, replica, eur));
    }

    /** Capital costs the same everywhere, operation and accelerator-hours what the tier makes of them. */
    private static Optional<Double> hour(EnergySpec energy, SiteTariff tariff, ServedReplica replica) {
        String accelerator = replica.accelerator().id();
        int cards = replica.accelerators();
        Map<String, HardwareCost> owned = energy.hardware();
        return Optional.ofNullable(owned.get(accelerator))
                .map(cost -> cards * (cost.capexEurPerHour() + cost.opexEurPerHour() * tariff.hourFactor()))
                .or(() -> Optional.ofNullable(energy.eurPerAcceleratorHour().get(accelerator))
                        .map(eur -> cards * eur * tariff.hourFactor()));
    }

    private static Rates of(EnergySpec energy, SiteTariff tariff, ServedReplica replica, double eurPerHour) {
        PowerSpec power = energy.power();
        String accelerator = replica.accelerator().id();
        double board = replica.accelerator().boardWatts();
        double cap = energy.capWatts().getOrDefault(accelerator, board) / board;
        double meter = replica.accelerators() * board * power.serverFactor() * tariff.pue();
        double busy = meter * Math.min(power.activeFraction(), cap);
        double embodied = energy.embodied()
                .map((EmbodiedCarbon made) -> made.gramsPerHour(accelerator))
                .orElse(0.0);
        return new Rates(
                tariff,
                meter * Math.min(power.idleFraction(), cap),
                busy,
                meter * Math.min(power.prefillFraction(), cap) - busy,
                eurPerHour * tariff.premium() / SECONDS_PER_HOUR,
                replica.accelerators() * embodied / SECONDS_PER_HOUR);
    }

    Consumption busy(int hour, double busySeconds, double prefillSeconds) {
        return used(hour, busySeconds, busyWatts * busySeconds + prefillWatts * prefillSeconds);
    }

    Consumption idle(int hour, double seconds) {
        return used(hour, seconds, idleWatts * seconds);
    }

    /** Electricity in these times (J): that of {@link #busy} and {@link #idle}. */
    double joules(double busySeconds, double prefillSeconds, double idleSeconds) {
        return busyWatts * busySeconds + prefillWatts * prefillSeconds + idleWatts * idleSeconds;
    }

    private Consumption used(int hour, double seconds, double joules) {
        double gramsPerJoule = tariff.carbonGramsPerKwh(hour) / Consumption.JOULES_PER_KWH;
        double eurPerJoule = tariff.eurPerKwh(hour) / Consumption.JOULES_PER_KWH;
        return new Consumption(
                joules,
                joules * gramsPerJoule,
                joules * eurPerJoule,
                seconds * eurPerSecond,
                seconds * embodiedGramsPerSecond);
    }
}
