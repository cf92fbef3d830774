package org.tafsim.scenario.catalog;

import java.util.OptionalDouble;
import org.tafsim.model.Country;

/**
 * What the catalog knows of a country.
 *
 * @param country its law
 * @param carbonGramsPerKwh of its electricity, life cycle, yearly mean (g CO2e/kWh)
 * @param eurPerKwh of electricity for a small data center, without VAT (EUR/kWh)
 * @param source where the figures come from
 */
public record CountryFacts(
        Country country, OptionalDouble carbonGramsPerKwh, OptionalDouble eurPerKwh, String source) {}
