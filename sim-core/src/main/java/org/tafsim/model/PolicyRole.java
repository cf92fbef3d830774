package org.tafsim.model;

/** What a policy beside that which routes decides about. */
public enum PolicyRole {
    /** Whether a request is let in. */
    ADMISSION("admission"),
    /** In which order a replica admits requests. */
    ORDER("order"),
    /** Which model on demand makes room. */
    EVICTION("eviction"),
    /** How many replicas are on. */
    SCALING("scaling"),
    /** Which replicas are on. */
    DEPLOYMENT("deployment");

    private final String word;

    PolicyRole(String word) {
        this.word = word;
    }

    /** As scenarios write it. */
    public String word() {
        return word;
    }
}
