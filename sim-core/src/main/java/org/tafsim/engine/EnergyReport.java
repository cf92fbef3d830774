package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tafsim.energy.Account;
import org.tafsim.energy.Consumption;
import org.tafsim.energy.EnergyModel;
import org.tafsim.model.Scenario;
import org.tafsim.model.Tier;

/**
 * Electricity, carbon and money of the measured time, of all replicas and of each tier; as totals, of busy time alone, and per
 * completed request. A scope of which a replica has no tariff is left out.
 */
final class EnergyReport {

    /** In the order of reports. */
    static final List<String> NAMES = List.of(
            "energy_kwh",
            "energy_busy_kwh",
            "carbon_g",
            "carbon_busy_g",
            "cost_eur",
            "cost_busy_eur",
            "energy_wh_per_request",
            "energy_busy_wh_per_request",
            "carbon_g_per_request",
            "carbon_busy_g_per_request",
            "cost_eur_per_1k",
            "cost_busy_eur_per_1k");

    private final Scenario scenario;
    private final OutcomeRecorder recorder;
    private final TierSampler sampler;
    private final EnergyModel model;
    private final SharedCards cards;
    private final List<Metric> metrics = new ArrayList<>();

    EnergyReport(Scenario scenario, OutcomeRecorder recorder, TierSampler sampler) {
        this.scenario = scenario;
        this.recorder = recorder;
        this.sampler = sampler;
        this.model = new EnergyModel(scenario);
        cards = new SharedCards(scenario);
    }

    /** All of them. */
    List<Metric> metrics() {
        addScope("all", replica -> true);
        for (Tier tier : Tier.values()) {
            addScope("tier:" + tier.word(), replica -> sampler.tierOf(replica) == TierSampler.column(tier));
        }
        return List.copyOf(metrics);
    }

    private void addScope(String scope, IntPredicate isIn) {
        int[] replicas =
                IntStream.range(0, scenario.replicas().size()).filter(isIn).toArray();
        account(replicas).ifPresent(account -> add(scope, account, served(replicas)));
    }

    private Optional<Account> account(int[] replicas) {
        Account sum = Account.NONE;
        double seconds = scenario.run().durationNanos() / 1e9;
        for (int replica : replicas) {
            double busy = busySeconds(replica);
            double prefill = sampler.prefillNanos(replica) / 1e9;
            Optional<Account> one =
                    model.find(replica, busy, prefill, cards.secondsOf(replica, this::busySeconds, seconds));
            if (one.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(one.get());
        }
        return replicas.length == 0 ? Optional.empty() : Optional.of(sum);
    }

    private double busySeconds(int replica) {
        return sampler.busyNanos(replica) / 1e9;
    }

    private double served(int[] replicas) {
        return (double) IntStream.of(replicas).mapToLong(recorder::servedBy).sum();
    }

    private void add(String scope, Account account, double served) {
        Consumption all = account.total();
        Consumption busy = account.busy();
        add(scope, "energy_kwh", "kWh", all.kilowattHours());
        add(scope, "energy_busy_kwh", "kWh", busy.kilowattHours());
        add(scope, "carbon_g", "g", all.carbonGrams());
        add(scope, "carbon_busy_g", "g", busy.carbonGrams());
        add(scope, "cost_eur", "EUR", all.eur());
        add(scope, "cost_busy_eur", "EUR", busy.eur());
        if (served > 0) {
            add(scope, "energy_wh_per_request", "Wh", 1000 * all.kilowattHours() / served);
            add(scope, "energy_busy_wh_per_request", "Wh", 1000 * busy.kilowattHours() / served);
            add(scope, "carbon_g_per_request", "g", all.carbonGrams() / served);
            add(scope, "carbon_busy_g_per_request", "g", busy.carbonGrams() / served);
            add(scope, "cost_eur_per_1k", "EUR", 1000 * all.eur() / served);
            add(scope, "cost_busy_eur_per_1k", "EUR", 1000 * busy.eur() / served);
        }
    }

    private void add(String scope, String name, String unit, double value) {
        metrics.add(new Metric(scope, name, unit, value));
    }
}
