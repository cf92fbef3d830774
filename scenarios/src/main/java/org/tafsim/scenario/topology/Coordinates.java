package org.tafsim.scenario.topology;

/** What the two numbers at a node mean. */
public enum Coordinates {
    /** Longitude and latitude in degrees and their decimal fractions. */
    DECIMAL,
    /** Longitude and latitude as degrees, a point and minutes: 52.20 is 52° 20′. */
    DEGREES_MINUTES,
    /** A place on a drawing: no geography. */
    PLANE
}
