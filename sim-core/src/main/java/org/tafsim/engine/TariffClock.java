package org.tafsim.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.Scenario;
import org.tafsim.model.SiteTariff;

/** What a kilowatt-hour of servers is at each site now, in carbon and in money: of electricity in this hour, times the site's PUE. */
final class TariffClock {
    private static final int HOURS = 24;
    private static final double HOUR_NANOS = 3.6e12;

    private final Kernel kernel;
    private final double startHour;
    private final @Nullable SiteTariff[] tariffs;

    TariffClock(Kernel kernel, Scenario scenario) {
        this.kernel = kernel;
        startHour = scenario.energy().startHour();
        tariffs = scenario.sites().stream()
                .map(site -> find(scenario, site.id()).orElse(null))
                .toArray(SiteTariff[]::new);
    }

    private static Optional<SiteTariff> find(Scenario scenario, String siteId) {
        return scenario.energy().tariffs().stream()
                .filter(tariff -> tariff.siteId().equals(siteId))
                .findFirst();
    }

    /** Hour of the day, in [0, 24). */
    double hourOfDay() {
        return (startHour + kernel.nowNanos() / HOUR_NANOS) % HOURS;
    }

    private int hour() {
        return (int) hourOfDay();
    }

    /** g CO2e, so many hours from now; 0 where the site has no tariff. */
    double carbonGramsPerKwh(int site, int hoursAhead) {
        SiteTariff tariff = tariffs[site];
        return tariff == null ? 0 : tariff.carbonGramsPerKwh((hour() + hoursAhead) % HOURS) * tariff.pue();
    }

    /** EUR; 0 where the site has no tariff. */
    double eurPerKwh(int site) {
        SiteTariff tariff = tariffs[site];
        return tariff == null ? 0 : tariff.eurPerKwh(hour()) * tariff.pue();
    }
}
