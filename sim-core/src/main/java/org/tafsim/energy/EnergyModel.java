package org.tafsim.energy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.model.EnergySpec;
import org.tafsim.model.PowerSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.SiteTariff;

/**
 * What replicas use: power in three states, times the overheads of server and site, times the carbon and price of the country's
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
     * @param idleWatts at the site's meter, while no iteration runs (W)
     * @param busyWatts while one runs (W)
     * @param prefillWatts what is added to that while prompt tokens are in it (W)
     */
    private record Rates(
            double idleWatts,
            double busyWatts,
            double prefillWatts,
            double gramsPerJoule,
            double eurPerJoule,
            double eurPerSecond) {

        static Optional<Rates> find(EnergySpec energy, SiteTariff tariff, ServedReplica replica) {
            String accelerator = replica.accelerator().id();
            return Optional.ofNullable(energy.eurPerAcceleratorHour().get(accelerator))
                    .map(eurPerHour -> of(energy, tariff, replica, eurPerHour));
        }

        private static Rates of(EnergySpec energy, SiteTariff tariff, ServedReplica replica, double eurPerHour) {
            PowerSpec power = energy.power();
            double board = replica.accelerator().boardWatts();
            double cap = energy.capWatts().getOrDefault(replica.accelerator().id(), board) / board;
            double meter = replica.accelerators() * board * power.serverFactor() * tariff.pue();
            double busy = meter * Math.min(power.activeFraction(), cap);
            double hour = replica.accelerators() * eurPerHour * tariff.hourFactor() * tariff.premium();
            return new Rates(
                    meter * Math.min(power.idleFraction(), cap),
                    busy,
                    meter * Math.min(power.prefillFraction(), cap) - busy,
                    tariff.carbonGramsPerKwh() / JOULES_PER_KWH,
                    tariff.eurPerKwh() / JOULES_PER_KWH,
                    hour / SECONDS_PER_HOUR);
        }

        Consumption of(double seconds, double joules) {
            return new Consumption(joules, joules * gramsPerJoule, joules * eurPerJoule + seconds * eurPerSecond);
        }
    }

    /**
     * What a replica used.
     *
     * @param replica its number in the scenario
     * @param busySeconds in which iterations ran, from 0 to {@code seconds}
     * @param prefillSeconds of them in which prompt tokens were in the iteration, from 0 to {@code busySeconds}
     * @param seconds in all
     * @return empty where the scenario states no tariff of its site or no price of its accelerator
     */
    public Optional<Account> find(int replica, double busySeconds, double prefillSeconds, double seconds) {
        requireWithin(busySeconds, seconds, replica, "busy time (%s s) must lie between 0 and the whole time (%s s)");
        requireWithin(
                prefillSeconds,
                busySeconds,
                replica,
                "time of prefills (%s s) must lie between 0 and the busy time (%s s)");
        return rates.get(replica).map(rate -> {
            double idleSeconds = seconds - busySeconds;
            double busyJoules = rate.busyWatts() * busySeconds + rate.prefillWatts() * prefillSeconds;
            return new Account(rate.of(busySeconds, busyJoules), rate.of(idleSeconds, rate.idleWatts() * idleSeconds));
        });
    }

    private static void requireWithin(double seconds, double whole, int replica, String rule) {
        if (!(seconds >= 0 && seconds <= whole)) { // also catches NaN
            throw new IllegalArgumentException("Replica %d: %s.".formatted(replica, rule.formatted(seconds, whole)));
        }
    }
}
