package org.tafsim.sovereignty;

import java.util.List;

/** The countries under one data protection law. */
final class LegalArea {

    /** EU27 and the EEA's other members, where the GDPR applies (EEA Joint Committee Decision 154/2018). */
    static final List<String> EEA = List.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
            "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK");

    private LegalArea() {}

    /** The area of a data subject: the EEA for its members, else the own country. */
    static List<String> of(String country) {
        return EEA.contains(country) ? EEA : List.of(country);
    }
}
