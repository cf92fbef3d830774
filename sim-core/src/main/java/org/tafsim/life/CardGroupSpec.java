package org.tafsim.life;

/**
 * Equal cards of one site that replicas on demand share.
 *
 * @param cards how many, at least 1
 * @param memoryBytes of each
 * @param keepAliveNanos idle time before a replica on them may be evicted (ns)
 */
public record CardGroupSpec(int cards, long memoryBytes, long keepAliveNanos) {

    /** Checks. */
    public CardGroupSpec {
        if (cards < 1 || memoryBytes < 1 || keepAliveNanos < 0) {
            throw new IllegalArgumentException(
                    "A group needs cards (%d) with memory (%d bytes), and a time to keep alive (%d ns) of at least 0."
                            .formatted(cards, memoryBytes, keepAliveNanos));
        }
    }
}
