package org.tafsim.model;

/** What a rule can ask about. Every fact is a set of words; an empty set means that it is not stated. */
public enum Fact {
    /** Country of the place where the stage happens: the site, or the place its logs, keys or staff are in. */
    PLACE_COUNTRY("place.country"),
    /** Certificates of the site. */
    PLACE_CERTIFICATES("place.cert"),
    /** Tier of the site. */
    PLACE_TIER("place.tier"),
    /** Seats of the makers of the site's accelerators. */
    PLACE_HARDWARE("place.hardware"),
    /** Whether tenants share a prefix cache: {@code shared} or {@code tenant}. */
    CACHE_SHARING("cache.sharing"),
    /** Seat of the operator. */
    ACTOR_SEAT("actor.seat"),
    /** Countries from which the operator is controlled. */
    ACTOR_CONTROL("actor.control"),
    /** Regimes that can compel the operator. */
    ACTOR_EXPOSURE("actor.exposure"),
    /** Countries in which the operator has an establishment, its seat among them. */
    ACTOR_ESTABLISHMENTS("actor.establishments"),
    /** What the operator bound itself to. */
    ACTOR_UNDERTAKINGS("actor.undertakings"),
    /** How data is encrypted. */
    ASSET_ENCRYPTION("asset.encryption"),
    /** Flags of the data, orthogonal to its class; may be known to be none. */
    ASSET_FLAGS("asset.flags"),
    /** Why it is processed. */
    ASSET_PURPOSE("asset.purpose"),
    /** Countries of those who hold the keys. */
    KEY_COUNTRY("asset.keyCustodian.country"),
    /** Countries on the path from the user to the site. */
    PATH_COUNTRIES("path.countries"),
    /** Country of the data subject. */
    SUBJECT_COUNTRY("subject.country"),
    /** What the data subject consented to; may be known to be nothing. */
    SUBJECT_CONSENT("subject.consent"),
    /** Country of the tenant. */
    TENANT_COUNTRY("tenant.country"),
    /** Sector of the tenant. */
    TENANT_SECTOR("tenant.sector"),
    /** Seat of who trained the model. */
    MODEL_PROVIDER("model.provider"),
    /** Risk class under the AI Act. */
    WORKLOAD_RISK("workload.aiActRisk");

    private final String word;

    Fact(String word) {
        this.word = word;
    }

    /** As rule packs write it. */
    public String word() {
        return word;
    }
}
