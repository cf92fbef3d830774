package org.tafsim.energy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.model.EnergySpec;
import org.tafsim.model.PowerSpec;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.SiteTariff;

/**
 * What replicas use: power in two states, times the overheads of server and site, times the carbon and price of the country's
 * electricity; and accelerator-hours, which pass whether the accelerator is busy or not. Equations and sources:
 * {@code docs/model/energy.md}.
 */
public final class EnergyModel {

    private static final double JOULES_PER_KWH = 3.6e6;
    private static final double SECONDS_PER_HOUR = 3600;

    private final List<Optional<Rates>> rates;

    /** Of the replicas of a scenario. */
    public EnergyModel(Scenario scenario) {
        EnergySpec energy = scenario.energy();
        Map<String, SiteTariff> tariffs = new LinkedHashMap<>();
        energy.tariffs().forEach(tariff -> tariffs.put(tariff.siteId(), tariff));
        rates = scenario.replicas().stream()
                .map(replica -> Optional.ofNullable(tariffs.get(replica.siteId()))
                        .flatMap(tariff -> Rates.find(energy, tariff, replica)))
                .toList();
    }

    /**
     * What a replica uses per second and per joule.
     *
     * @param busyWatts at the site's meter, while an iteration runs (W)
     * @param idleWatts the rest of the time (W)
     */
    private record Rates(
            double busyWatts, double idleWatts, double gramsPerJoule, double eurPerJoule, double eurPerSecond) {

        static Optional<Rates> find(EnergySpec energy, SiteTariff tariff, ReplicaSpec replica) {
            String accelerator = replica.accelerator().id();
            return Optional.ofNullable(energy.eurPerAcceleratorHour().get(accelerator))
                    .map(eurPerHour -> of(energy.power(), tariff, replica, eurPerHour));
        }

        private static Rates of(PowerSpec power, SiteTariff tariff, ReplicaSpec replica, double eurPerHour) {
            double boards = replica.tensorParallel() * replica.accelerator().boardWatts();
            double meter = boards * power.serverFactor() * tariff.pue();
            double hour = replica.tensorParallel() * eurPerHour * tariff.hourFactor() * tariff.premium();
            return new Rates(
                    meter * power.activeFraction(),
                    meter * power.idleFraction(),
                    tariff.carbonGramsPerKwh() / JOULES_PER_KWH,
                    tariff.eurPerKwh() / JOULES_PER_KWH,
                    hour / SECONDS_PER_HOUR);
        }

        Consumption over(double seconds, double watts) {
            double joules = watts * seconds;
            return new Consumption(joules, joules * gramsPerJoule, joules * eurPerJoule + seconds * eurPerSecond);
        }
    }

    /**
     * What a replica used.
     *
     * @param replica its number in the scenario
     * @param busySeconds in which iterations ran, from 0 to {@code seconds}
     * @param seconds in all
     * @return empty where the scenario states no tariff of its site or no price of its accelerator
     */
    public Optional<Account> find(int replica, double busySeconds, double seconds) {
        if (!(busySeconds >= 0 && busySeconds <= seconds)) { // also catches NaN
            throw new IllegalArgumentException(
                    "Replica %d: busy time (%s s) must lie between 0 and the whole time (%s s)."
                            .formatted(replica, busySeconds, seconds));
        }
        return rates.get(replica)
                .map(rate -> new Account(
                        rate.over(busySeconds, rate.busyWatts()), rate.over(seconds - busySeconds, rate.idleWatts())));
    }
}
