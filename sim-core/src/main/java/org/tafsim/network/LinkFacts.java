package org.tafsim.network;

/**
 * One direction of a link of limited capacity.
 *
 * @param id unique, e.g. {@code muc:in} for a site's connection or {@code Berlin>Hamburg} in the transport graph
 * @param bitsPerSecond capacity (bit/s) that background traffic leaves
 * @param propagationNanos from end to end (ns), with the delay of the node at its end and the mean wait behind background traffic; 0 for
 *     a site's connection, whose way is part of the transport
 * @param operatorId who carries it
 */
public record LinkFacts(String id, double bitsPerSecond, long propagationNanos, String operatorId) {}
