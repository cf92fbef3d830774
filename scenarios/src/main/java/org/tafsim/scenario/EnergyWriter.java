package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.model.EnergySpec;
import org.tafsim.model.SiteTariff;

/** Writes power and prices, every site by itself. */
final class EnergyWriter {

    private EnergyWriter() {}

    /** Lines of the section; none where nothing is stated. */
    static List<String> lines(EnergySpec energy) {
        if (energy.equals(EnergySpec.NONE)) {
            return List.of();
        }
        Entry hours = new Entry();
        energy.eurPerAcceleratorHour().forEach(hours::number);
        List<String> lines = new ArrayList<>(List.of(
                "energy:",
                "  idle: " + YamlText.number(energy.power().idleFraction()),
                "  active: " + YamlText.number(energy.power().activeFraction()),
                "  server: " + YamlText.number(energy.power().serverFactor()),
                "  hours: " + hours));
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
