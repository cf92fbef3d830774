package org.tafsim.model;

/**
 * Sensitivity of a request's content, least first. Rules ask for "at least PERSONAL" and the like, so the order counts.
 */
public enum DataClass {
    /** Public: manuals, open web pages. */
    PUB,
    /** Internal, industrial or trade secret. */
    INT,
    /** Personal data. */
    PER,
    /** Special category: health, biometric. */
    SPC,
    /** Telecom traffic and location data. */
    TEL,
    /** Critical infrastructure and public order. */
    CRI,
    /** Classified. */
    CLS;

    /** Whether this class is at least as sensitive as the other. */
    public boolean isAtLeast(DataClass other) {
        return compareTo(other) >= 0;
    }
}
