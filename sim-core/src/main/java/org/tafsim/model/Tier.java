package org.tafsim.model;

/** How far up the network a site stands, from the radio to the cloud. */
public enum Tier {
    /** Cell site or hub of distributed units, up to about 20 km from the cell. */
    FAR_EDGE("far-edge"),
    /** Central office with a local UPF, 20 to 80 km. */
    NEAR_EDGE("near-edge"),
    /** Operator's core data center, 100 to 400 km. */
    REGIONAL("regional"),
    /** Cloud region, national or European, 200 km and more. */
    CLOUD("cloud");

    private final String word;

    Tier(String word) {
        this.word = word;
    }

    /** As scenarios, rules and results write it. */
    public String word() {
        return word;
    }
}
