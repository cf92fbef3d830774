package org.tafsim.policy;

import java.util.List;

/**
 * A kind of policy: what it is called, what it does, where it comes from, how it is built.
 *
 * @param <P> what it builds
 */
public interface PolicyType<P> {

    /** How scenarios name it, e.g. {@code nearest}; lower case and hyphens; never changes once released. */
    String id();

    /** Its rule in one sentence. */
    String rule();

    /** Who described it first, or where it is used. */
    String source();

    /** Names of the parameters it takes, in the order to show them. */
    List<String> parameterNames();

    /**
     * Builds one.
     *
     * @throws IllegalArgumentException when a parameter is unknown or out of range; the message names it
     */
    P create(PolicyContext context);
}
