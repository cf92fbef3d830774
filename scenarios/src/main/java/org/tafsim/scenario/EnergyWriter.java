package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.model.EnergySpec;
import org.tafsim.model.PowerSpec;
import org.tafsim.model.SiteTariff;

/** Writes power and prices, every site by itself. */
final class EnergyWriter {

    private EnergyWriter() {}

    /** Lines of the section; none where nothing is stated. */
    static List<String> lines(EnergySpec energy) {
        if (energy.equals(EnergySpec.NONE)) {
            return List.of();
        }
        PowerSpec power = energy.power();
        List<String> lines = new ArrayList<>(List.of(
                "energy:",
                "  idle: " + YamlText.number(power.idleFraction()),
                "  active: " + YamlText.number(power.activeFraction())));
        if (power.prefillFraction() > power.activeFraction()) {
            lines.add("  prefill: " + YamlText.number(power.prefillFraction()));
        }
        lines.add("  server: " + YamlText.number(power.serverFactor()));
        Entry hours = new Entry();
        energy.eurPerAcceleratorHour().forEach(hours::number);
        lines.add("  hours: " + hours);
        if (!energy.capWatts().isEmpty()) {
            Entry caps = new Entry();
            energy.capWatts().forEach((id, watts) -> caps.quantity(id, watts, "W"));
            lines.add("  caps: " + caps);
        }
        if (!energy.tariffs().isEmpty()) {
            lines.add("  sites:");
            energy.tariffs()
                    .forEach(tariff -> lines.add("    " + YamlText.word(tariff.siteId()) + ": " + yaml(tariff)));
        }
        return lines;
    }

    private static String yaml(SiteTariff tariff) {
        return new Entry()
                .number("pue", tariff.pue())
                .number("carbonGramsPerKwh", tariff.carbonGramsPerKwh())
                .number("eurPerKwh", tariff.eurPerKwh())
                .number("hourFactor", tariff.hourFactor())
                .number("premium", tariff.premium())
                .toString();
    }
}
