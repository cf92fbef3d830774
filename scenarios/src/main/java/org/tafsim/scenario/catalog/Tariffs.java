package org.tafsim.scenario.catalog;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.PowerSpec;
import org.tafsim.model.Tier;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Problems;

/**
 * Power and prices where a scenario states none of its own.
 *
 * @param tiers overheads by tier
 * @param hours price of an accelerator-hour in a cloud region by accelerator (EUR)
 * @param assumptions by id
 */
public record Tariffs(Map<Tier, TierOverheads> tiers, Map<String, Assumed> hours, Map<String, Assumed> assumptions) {

    private static final double FLOPS_PER_PETAFLOP = 1e15;

    static Tariffs read(PackedFiles texts, Problems problems) {
        Map<String, TierOverheads> byWord = texts.read("tariffs.yaml", TariffEntries.TIERS, problems);
        Map<Tier, TierOverheads> tiers = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            tiers.put(tier, present(byWord, Format.wordOf(tier)));
        }
        return new Tariffs(
                tiers,
                texts.read("tariffs.yaml", TariffEntries.HOURS, problems),
                texts.read("tariffs.yaml", TariffEntries.ASSUMPTIONS, problems));
    }

    /** What accelerators and servers draw. */
    public PowerSpec power() {
        return new PowerSpec(assumed("idle"), assumed("active"), assumed("server"));
    }

    /** Overheads of a tier. */
    public TierOverheads of(Tier tier) {
        return present(tiers, tier);
    }

    /** Carbon of a country's electricity (g CO2e/kWh); that of the world where the catalog knows none. */
    public double carbonGramsPerKwh(Optional<CountryFacts> country) {
        return country.map(CountryFacts::carbonGramsPerKwh)
                .orElse(OptionalDouble.empty())
                .orElseGet(() -> assumed("carbonGramsPerKwh"));
    }

    /** Price of a country's electricity (EUR/kWh); that of the Union where the catalog knows none. */
    public double eurPerKwh(Optional<CountryFacts> country) {
        return country.map(CountryFacts::eurPerKwh)
                .orElse(OptionalDouble.empty())
                .orElseGet(() -> assumed("eurPerKwh"));
    }

    /** Price of an accelerator-hour in a cloud region (EUR); by its speed where it is not listed. */
    public double eurPerHour(AcceleratorProfile accelerator) {
        return Optional.ofNullable(hours.get(accelerator.id()))
                .map(Assumed::value)
                .orElseGet(() -> assumed("eurPerPetaflopHour") * accelerator.bf16FlopsPerSecond() / FLOPS_PER_PETAFLOP);
    }

    private double assumed(String id) {
        return present(assumptions, id).value();
    }

    private static <K, V> V present(Map<K, V> entries, K key) {
        return Optional.ofNullable(entries.get(key))
                .orElseThrow(() -> new IllegalStateException("The shipped tariffs lack '%s'.".formatted(key)));
    }
}
