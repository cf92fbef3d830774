package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.energy.Account;
import org.tafsim.energy.Consumption;
import org.tafsim.energy.SiteBattery;

/** Metrics of accounts: what was used, and what that is per completed request and per output token. */
final class EnergyFigures {

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
            "cost_busy_eur_per_1k",
            "energy_j_per_token",
            "energy_busy_j_per_token",
            "carbon_g_per_1m_tokens",
            "carbon_busy_g_per_1m_tokens",
            "cost_eur_per_1m_tokens",
            "cost_busy_eur_per_1m_tokens",
            "cost_energy_eur",
            "cost_hardware_eur",
            "cost_backhaul_eur",
            "carbon_embodied_g",
            "carbon_embodied_busy_g");

    /** Where layer 1 shares accelerators, after those. */
    static final List<String> RAN_NAMES =
            List.of("ran_energy_kwh", "ran_carbon_g", "ran_cost_eur", "ran_watts_per_cell");

    private final boolean hasBackhaul;
    private final boolean hasEmbodied;
    private final List<Metric> metrics = new ArrayList<>();

    EnergyFigures(boolean hasBackhaul, boolean hasEmbodied) {
        this.hasBackhaul = hasBackhaul;
        this.hasEmbodied = hasEmbodied;
    }

    List<Metric> metrics() {
        return List.copyOf(metrics);
    }

    /**
     * Adds those of a scope.
     *
     * @param account of its replicas, or of its part of them
     * @param backhaulEur of what it sent and received
     * @param served requests completed
     * @param tokens of their outputs; 0 where they are not told
     */
    void add(String scope, Account account, double backhaulEur, double served, double tokens) {
        Consumption all = account.total();
        Consumption busy = account.busy();
        double eur = all.eur() + backhaulEur;
        double busyEur = busy.eur() + backhaulEur;
        add(scope, "energy_kwh", "kWh", all.kilowattHours());
        add(scope, "energy_busy_kwh", "kWh", busy.kilowattHours());
        add(scope, "carbon_g", "g", all.carbonGrams());
        add(scope, "carbon_busy_g", "g", busy.carbonGrams());
        add(scope, "cost_eur", "EUR", eur);
        add(scope, "cost_busy_eur", "EUR", busyEur);
        if (served > 0) {
            add(scope, "energy_wh_per_request", "Wh", 1000 * all.kilowattHours() / served);
            add(scope, "energy_busy_wh_per_request", "Wh", 1000 * busy.kilowattHours() / served);
            add(scope, "carbon_g_per_request", "g", all.carbonGrams() / served);
            add(scope, "carbon_busy_g_per_request", "g", busy.carbonGrams() / served);
            add(scope, "cost_eur_per_1k", "EUR", 1000 * eur / served);
            add(scope, "cost_busy_eur_per_1k", "EUR", 1000 * busyEur / served);
        }
        if (tokens > 0) {
            add(scope, "energy_j_per_token", "J", all.joules() / tokens);
            add(scope, "energy_busy_j_per_token", "J", busy.joules() / tokens);
            add(scope, "carbon_g_per_1m_tokens", "g", 1e6 * all.carbonGrams() / tokens);
            add(scope, "carbon_busy_g_per_1m_tokens", "g", 1e6 * busy.carbonGrams() / tokens);
            add(scope, "cost_eur_per_1m_tokens", "EUR", 1e6 * eur / tokens);
            add(scope, "cost_busy_eur_per_1m_tokens", "EUR", 1e6 * busyEur / tokens);
        }
        addParts(scope, all, busy, backhaulEur);
    }

    /** Adds what layer 1 of cells used, in so much time (s); part of what accelerators used. */
    void addRan(String scope, Consumption ran, int cells, double seconds) {
        add(scope, "ran_energy_kwh", "kWh", ran.kilowattHours());
        add(scope, "ran_carbon_g", "g", ran.carbonGrams());
        add(scope, "ran_cost_eur", "EUR", ran.eur());
        add(scope, "ran_watts_per_cell", "W", ran.joules() / seconds / cells);
    }

    /** Adds what a battery did at its site. */
    void addBattery(String scope, SiteBattery battery) {
        add(scope, "battery_in_kwh", "kWh", battery.inKwh());
        add(scope, "battery_out_kwh", "kWh", battery.outKwh());
        add(scope, "battery_stored_kwh", "kWh", battery.storedKwh());
        add(scope, "battery_saved_g", "g", -battery.effect().carbonGrams());
        add(scope, "battery_saved_eur", "EUR", -battery.effect().eur());
        add(scope, "peak_kw", "kW", battery.peakKilowatts());
        add(scope, "peak_without_battery_kw", "kW", battery.barePeakKilowatts());
    }

    private void addParts(String scope, Consumption all, Consumption busy, double backhaulEur) {
        add(scope, "cost_energy_eur", "EUR", all.energyEur());
        add(scope, "cost_hardware_eur", "EUR", all.hardwareEur());
        if (hasBackhaul) {
            add(scope, "cost_backhaul_eur", "EUR", backhaulEur);
        }
        if (hasEmbodied) {
            add(scope, "carbon_embodied_g", "g", all.embodiedGrams());
            add(scope, "carbon_embodied_busy_g", "g", busy.embodiedGrams());
        }
    }

    private void add(String scope, String name, String unit, double value) {
        metrics.add(new Metric(scope, name, unit, value));
    }
}
