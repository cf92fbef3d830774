package org.tafsim.scenario.catalog;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.tafsim.model.Country;

/**
 * What the catalog knows of a country.
 *
 * @param country its law
 * @param from first day of its standing, where that is recent
 * @param until last day of its standing, where that ends
 * @param carbonGramsPerKwh of its electricity, life cycle, yearly mean (g CO2e/kWh)
 * @param carbonYear of that mean
 * @param eurPerKwh of electricity for a small data center, without VAT (EUR/kWh)
 * @param source where the figures come from
 */
public record CountryFacts(
        Country country,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        OptionalDouble carbonGramsPerKwh,
        OptionalInt carbonYear,
        OptionalDouble eurPerKwh,
        String source) {}
