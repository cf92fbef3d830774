package org.tafsim.scenario.catalog;

import java.util.Optional;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Quantities;

/** The entries of {@code tariffs.yaml}, and the formats that scenarios share with them. */
public final class TariffEntries {

    /** Power of a site over that of its servers. */
    public static final Format<Double> PUE =
            Quantities.NUMBER.named("a PUE", "1.4").that(value -> value >= 1, "be at least 1");

    static final Section<TierOverheads> TIERS = new Section<>("tiers", "a tier", "id", TariffEntries::tier);
    static final Section<Assumed> HOURS = new Section<>("hours", "a price", "id", TariffEntries::assumed);
    static final Section<Assumed> ASSUMPTIONS =
            new Section<>("assumptions", "an assumption", "id", TariffEntries::assumed);

    private TariffEntries() {}

    private static Optional<TierOverheads> tier(String id, Keys keys, String source, Problems problems) {
        return Optional.of(new TierOverheads(
                keys.required("pue", PUE),
                keys.required("hourFactor", Quantities.NATURAL_NUMBER),
                keys.required("kwhFactor", Quantities.NATURAL_NUMBER),
                keys.optional("backhaulEurPerGb", Quantities.NATURAL_NUMBER, 0.0),
                source));
    }

    private static Optional<Assumed> assumed(String id, Keys keys, String source, Problems problems) {
        double value = keys.required("value", Quantities.NATURAL_NUMBER);
        double least = keys.required("least", Quantities.NATURAL_NUMBER);
        double most = keys.required("most", Quantities.NATURAL_NUMBER);
        return problems.build(keys.at(), () -> new Assumed(value, least, most, source));
    }
}
