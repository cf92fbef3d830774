package org.tafsim.model;

/** A number a rule can ask about; not stated where nobody graded or counted. */
public enum Measure {
    /** Union assurance level of the site, 1 to 4. */
    PLACE_UAL("place.ual"),
    /** SEAL level of the site in SOV-1, strategic sovereignty, 0 to 4. */
    PLACE_SEAL_1("place.seal.1"),
    /** SOV-2, legal and jurisdictional. */
    PLACE_SEAL_2("place.seal.2"),
    /** SOV-3, data and AI. */
    PLACE_SEAL_3("place.seal.3"),
    /** SOV-4, operational. */
    PLACE_SEAL_4("place.seal.4"),
    /** SOV-5, supply chain. */
    PLACE_SEAL_5("place.seal.5"),
    /** SOV-6, technology. */
    PLACE_SEAL_6("place.seal.6"),
    /** SOV-7, security and compliance. */
    PLACE_SEAL_7("place.seal.7"),
    /** SOV-8, environment. */
    PLACE_SEAL_8("place.seal.8"),
    /** Largest share that one holder outside EU27 has in the actor, looking through its owners, in [0, 1]. */
    ACTOR_LARGEST_NON_EU_SHARE("actor.nonEu.maxSingleShare"),
    /** Share of all holders outside EU27 together, in [0, 1]. */
    ACTOR_TOTAL_NON_EU_SHARE("actor.nonEu.totalShare"),
    /** Time that the application keeps KV blocks (s). */
    CACHE_TTL_SECONDS("cache.ttl"),
    /** Union assurance level that the tenant asks for. */
    TENANT_MIN_UAL("tenant.minUal"),
    /** SEAL level that the tenant asks for in SOV-1. */
    TENANT_MIN_SEAL_1("tenant.minSeal.1"),
    /** In SOV-2. */
    TENANT_MIN_SEAL_2("tenant.minSeal.2"),
    /** In SOV-3. */
    TENANT_MIN_SEAL_3("tenant.minSeal.3"),
    /** In SOV-4. */
    TENANT_MIN_SEAL_4("tenant.minSeal.4"),
    /** In SOV-5. */
    TENANT_MIN_SEAL_5("tenant.minSeal.5"),
    /** In SOV-6. */
    TENANT_MIN_SEAL_6("tenant.minSeal.6"),
    /** In SOV-7. */
    TENANT_MIN_SEAL_7("tenant.minSeal.7"),
    /** In SOV-8. */
    TENANT_MIN_SEAL_8("tenant.minSeal.8");

    private final String word;

    Measure(String word) {
        this.word = word;
    }

    /** As rule packs write it. */
    public String word() {
        return word;
    }
}
