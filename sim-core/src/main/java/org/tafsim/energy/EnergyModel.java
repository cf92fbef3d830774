package org.tafsim.energy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.model.EnergySpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.SiteTariff;

/**
 * What replicas use: power in three states, times the overheads of server and site, times the carbon and price of the country's
 * electricity in that hour; and accelerator-hours, which pass whether the accelerator is busy or not. Equations and sources:
 * {@code docs/model/energy.md}.
 */
public final class EnergyModel {

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

    /** Whether a replica is accounted for: its site has a tariff, its accelerator a price. */
    public boolean isAccountedFor(int replica) {
        return rates.get(replica).isPresent();
    }

    /**
     * What a replica used in an hour of the day, where every hour is alike in any.
     *
     * @param replica its number in the scenario
     * @param hour of the day, from 0 to 23
     * @param busySeconds in which iterations ran, from 0 to {@code seconds}
     * @param prefillSeconds of them in which prompt tokens were in the iteration, from 0 to {@code busySeconds}
     * @param seconds in all
     * @return empty where the scenario states no tariff of its site or no price of its accelerator
     */
    public Optional<Account> find(int replica, int hour, double busySeconds, double prefillSeconds, double seconds) {
        return find(replica, hour, busySeconds, prefillSeconds, seconds, 0);
    }

    /**
     * The same of a replica that shares its accelerators with layer 1.
     *
     * @param busySeconds in which it had all of them, or would have had, as it had a share of them for longer
     * @param ranSeconds the same of layer 1; what is more than the others leave does not count
     */
    public Optional<Account> find(
            int replica, int hour, double busySeconds, double prefillSeconds, double seconds, double ranSeconds) {
        requireWithin(busySeconds, seconds, replica, "busy time (%s s) must lie between 0 and the whole time (%s s)");
        requireWithin(
                prefillSeconds,
                busySeconds,
                replica,
                "time of prefills (%s s) must lie between 0 and the busy time (%s s)");
        double left = seconds - busySeconds;
        double ran = Math.min(ranSeconds, left);
        return rates.get(replica)
                .map(rate -> new Account(
                        rate.busy(hour, busySeconds, prefillSeconds),
                        rate.idle(hour, left - ran),
                        rate.busy(hour, ran, 0)));
    }

    /**
     * What of a replica's busy time was for somebody.
     *
     * @param busySeconds of it, prompts or not
     * @param prefillSeconds of them, of iterations with prompt tokens in them
     * @return nothing where the replica is not accounted for
     */
    public Consumption busy(int replica, int hour, double busySeconds, double prefillSeconds) {
        return rates.get(replica)
                .map(rate -> rate.busy(hour, busySeconds, prefillSeconds))
                .orElse(Consumption.NONE);
    }

    /** Electricity of {@link #find}, whatever the hour (J); 0 where the replica is not accounted for. */
    public double joules(int replica, double busySeconds, double prefillSeconds, double seconds, double ranSeconds) {
        double left = seconds - busySeconds;
        double ran = Math.min(ranSeconds, left);
        Optional<Rates> rate = rates.get(replica);
        return rate.isPresent() ? rate.get().joules(busySeconds + ran, prefillSeconds, left - ran) : 0;
    }

    private static void requireWithin(double seconds, double whole, int replica, String rule) {
        if (!(seconds >= 0 && seconds <= whole)) { // also catches NaN
            throw new IllegalArgumentException("Replica %d: %s.".formatted(replica, rule.formatted(seconds, whole)));
        }
    }
}
