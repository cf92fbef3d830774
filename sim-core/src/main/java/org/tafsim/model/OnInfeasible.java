package org.tafsim.model;

/** What becomes of a request that has no lawful place. */
public sealed interface OnInfeasible {

    /** Sent away. */
    record Reject() implements OnInfeasible {}

    /**
     * Held until the law or a cut-off changes, and sent away when it has waited too long.
     *
     * @param patienceNanos longest wait (ns)
     */
    record Queue(long patienceNanos) implements OnInfeasible {
        /** Checks. */
        public Queue {
            Require.positive(patienceNanos, "Queue", "patience (ns)");
        }
    }

    /**
     * Served by another model that has a lawful place.
     *
     * @param modelId which
     */
    record Degrade(String modelId) implements OnInfeasible {}

    /**
     * Freed of what makes it sensitive, and placed by the label it has then.
     *
     * @param to class afterwards
     * @param residualRisk share of requests in which something is overlooked, in [0, 1]
     */
    record Redact(DataClass to, double residualRisk) implements OnInfeasible {
        /** Checks. */
        public Redact {
            Require.fraction(residualRisk, "Redaction", "residual risk");
        }
    }

    /** Placed all the same, as a documented exception; what it breaks is counted. */
    record Escalate() implements OnInfeasible {}
}
