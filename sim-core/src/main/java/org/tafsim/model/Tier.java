package org.tafsim.model;

/** How far up the network a site stands, from the radio to the cloud. */
public enum Tier {
    /** Cell site or hub of distributed units, up to about 20 km from the cell. */
    FAR_EDGE,
    /** Central office with a local UPF, 20 to 80 km. */
    NEAR_EDGE,
    /** Operator's core data center, 100 to 400 km. */
    REGIONAL,
    /** Cloud region, national or European, 200 km and more. */
    CLOUD
}
