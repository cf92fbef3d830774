package org.tafsim.model;

/**
 * A country, as far as law, carbon and price depend on it.
 *
 * @param code ISO 3166-1 alpha-2, upper case
 * @param name English short name
 * @param dataProtection standing under GDPR chapter V
 */
public record Country(String code, String name, DataProtection dataProtection) {

    /** Standing of a country under GDPR chapter V. */
    public enum DataProtection {
        /** Member of the European Union. */
        EU,
        /** In the European Economic Area, not in the Union. */
        EEA,
        /** Adequacy decision under Article 45. */
        ADEQUATE,
        /** Adequate for some importers only, as the United States under the Data Privacy Framework. */
        PARTIAL,
        /** No decision. */
        NONE
    }

    /** Checks the code's form. */
    public Country {
        if (!code.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException(
                    "Country code (%s) must be two capital letters, ISO 3166-1 alpha-2.".formatted(code));
        }
        Require.name(name, "Country " + code);
    }
}
