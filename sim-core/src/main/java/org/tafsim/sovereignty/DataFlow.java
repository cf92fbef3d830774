package org.tafsim.sovereignty;

import org.tafsim.model.Stage;

/**
 * Data of subjects of one country that were carried through, processed or kept in another, or the same.
 *
 * @param stage at which
 * @param data {@code transit}, or a kind of asset
 * @param fromCountry of the subjects (ISO code)
 * @param toCountry where they were; {@code ?} where nobody says
 * @param isOutside whether that is outside the subjects' legal area; unknown counts as outside
 * @param bytes in the measured time
 */
public record DataFlow(
        Stage stage, String data, String fromCountry, String toCountry, boolean isOutside, double bytes) {}
