package org.tafsim.sovereignty;

import java.util.List;
import java.util.stream.Stream;

/** The countries under one data protection law. */
final class LegalArea {

    /** Members of the European Union since 2020-02-01. */
    static final List<String> EU27 = List.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    /** EU27 and the EEA's other members, where the GDPR applies (EEA Joint Committee Decision 154/2018). */
    static final List<String> EEA =
            Stream.concat(EU27.stream(), Stream.of("IS", "LI", "NO")).sorted().toList();

    private LegalArea() {}

    /** The area of a data subject: the EEA for its members, else the own country. */
    static List<String> of(String country) {
        return EEA.contains(country) ? EEA : List.of(country);
    }
}
