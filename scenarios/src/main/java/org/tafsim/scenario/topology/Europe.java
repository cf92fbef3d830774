package org.tafsim.scenario.topology;

import java.util.Set;
import org.tafsim.model.GeoPoint;

/** What counts as Europe: its countries (UN M49, and Cyprus) as far as they lie there, overseas territories left out. */
final class Europe {

    private static final Set<String> COUNTRIES = Set.of(
            "AD", "AL", "AT", "AX", "BA", "BE", "BG", "BY", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FO", "FR",
            "GB", "GG", "GI", "GR", "HR", "HU", "IE", "IM", "IS", "IT", "JE", "LI", "LT", "LU", "LV", "MC", "MD", "ME",
            "MK", "MT", "NL", "NO", "PL", "PT", "RO", "RS", "RU", "SE", "SI", "SJ", "SK", "SM", "UA", "VA", "XK");

    private static final double SOUTH = 34;
    private static final double WEST = -32;
    private static final double EAST = 60;

    private Europe() {}

    static boolean contains(GeoPoint point, String countryCode) {
        return COUNTRIES.contains(countryCode)
                && point.latitudeDegrees() >= SOUTH
                && point.longitudeDegrees() >= WEST
                && point.longitudeDegrees() <= EAST;
    }
}
