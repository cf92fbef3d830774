package org.tafsim.model;

/** What a rule can ask about. Every fact is a set of words; an empty set means that it is not stated. */
public enum Fact {
    /** Country of the place where the stage happens: the site, or the place its logs, keys or staff are in. */
    PLACE_COUNTRY("place.country"),
    /** Certificates of the site. */
    PLACE_CERTIFICATES("place.cert"),
    /** Tier of the site. */
    PLACE_TIER("place.tier"),
    /** Seat of the operator. */
    ACTOR_SEAT("actor.seat"),
    /** Countries from which the operator is controlled. */
    ACTOR_CONTROL("actor.control"),
    /** Regimes that can compel the operator. */
    ACTOR_EXPOSURE("actor.exposure"),
    /** Countries of those who hold the keys. */
    KEY_COUNTRY("asset.keyCustodian.country"),
    /** Countries on the path from the user to the site. */
    PATH_COUNTRIES("path.countries"),
    /** Country of the data subject. */
    SUBJECT_COUNTRY("subject.country"),
    /** Sector of the tenant. */
    TENANT_SECTOR("tenant.sector");

    private final String word;

    Fact(String word) {
        this.word = word;
    }

    /** As rule packs write it. */
    public String word() {
        return word;
    }
}
