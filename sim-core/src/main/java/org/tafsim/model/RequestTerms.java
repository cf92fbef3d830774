package org.tafsim.model;

/**
 * How an application's requests are treated at the replicas.
 *
 * @param priority the lower its number, the sooner a request is admitted and the later it loses its KV blocks to others
 */
public record RequestTerms(int priority) {

    /** First come, first served. */
    public static final RequestTerms DEFAULT = new RequestTerms(0);
}
