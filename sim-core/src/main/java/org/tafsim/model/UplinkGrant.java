package org.tafsim.model;

/** How user equipment gets to send. */
public sealed interface UplinkGrant {

    /** It always may, in every uplink slot: a configured grant, or one that the gNB gives unasked. */
    record Configured() implements UplinkGrant {}

    /**
     * It asks first. A request that is ready at one of the instants offset + k · period goes in the first uplink slot from there on.
     *
     * @param periodNanos positive (ns)
     * @param offsetNanos from the begin of the frame (ns), at least 0 and less than the period
     */
    record OnRequest(long periodNanos, long offsetNanos) implements UplinkGrant {

        /** Checks. */
        public OnRequest {
            Require.positive(periodNanos, "Scheduling requests", "period (ns)");
            Require.atLeastZero(offsetNanos, "Scheduling requests", "offset (ns)");
            if (offsetNanos >= periodNanos) {
                throw new IllegalArgumentException(
                        "The offset of scheduling requests (%d ns) must be less than their period (%d ns)."
                                .formatted(offsetNanos, periodNanos));
            }
        }
    }
}
