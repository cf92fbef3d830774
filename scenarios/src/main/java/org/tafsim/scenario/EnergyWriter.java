package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tafsim.model.Battery;
import org.tafsim.model.EmbodiedCarbon;
import org.tafsim.model.EnergySpec;
import org.tafsim.model.HardwareCost;
import org.tafsim.model.PowerSpec;
import org.tafsim.model.SiteSupply;
import org.tafsim.model.SiteTariff;
import org.tafsim.scenario.source.Format;

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
        if (energy.startHour() > 0) {
            lines.add("  startHour: " + YamlText.number(energy.startHour()));
        }
        if (!energy.hardware().isEmpty()) {
            Entry hardware = new Entry();
            energy.hardware().forEach((id, cost) -> hardware.raw(id, yaml(cost)));
            lines.add("  hardware: " + hardware);
        }
        energy.embodied().ifPresent(made -> lines.add("  embodied: " + yaml(made)));
        if (!energy.tariffs().isEmpty()) {
            lines.add("  sites:");
            energy.tariffs()
                    .forEach(tariff -> lines.add("    " + YamlText.word(tariff.siteId()) + ": " + yaml(tariff)));
        }
        return lines;
    }

    private static String yaml(SiteTariff tariff) {
        Entry entry = new Entry()
                .number("pue", tariff.pue())
                .number("carbonGramsPerKwh", tariff.carbonGramsPerKwh())
                .number("eurPerKwh", tariff.eurPerKwh())
                .number("hourFactor", tariff.hourFactor())
                .number("premium", tariff.premium());
        SiteSupply supply = tariff.supply();
        hours(entry, "carbonHours", supply.carbonHours());
        hours(entry, "priceHours", supply.priceHours());
        supply.battery().ifPresent(battery -> entry.raw("battery", yaml(battery)));
        if (supply.backhaulEurPerGb() > 0) {
            entry.number("backhaulEurPerGb", supply.backhaulEurPerGb());
        }
        return entry.toString();
    }

    private static void hours(Entry entry, String key, List<Double> hours) {
        if (!hours.isEmpty()) {
            entry.raw(key, hours.stream().map(YamlText::number).collect(Collectors.joining(", ", "[", "]")));
        }
    }

    private static String yaml(Battery battery) {
        return new Entry()
                .quantity("capacity", battery.kilowattHours(), "kWh")
                .quantity("power", 1000 * battery.kilowatts(), "W")
                .number("efficiency", battery.efficiency())
                .word("by", Format.wordOf(battery.by()))
                .toString();
    }

    private static String yaml(HardwareCost cost) {
        return new Entry()
                .number("capex", cost.capexEur())
                .number("lifeYears", cost.lifeYears())
                .number("opexPerYear", cost.opexEurPerYear())
                .toString();
    }

    private static String yaml(EmbodiedCarbon made) {
        Entry accelerators = new Entry();
        made.kilograms().forEach(accelerators::number);
        return new Entry()
                .number("lifeYears", made.lifeYears())
                .raw("accelerators", accelerators.toString())
                .toString();
    }
}
