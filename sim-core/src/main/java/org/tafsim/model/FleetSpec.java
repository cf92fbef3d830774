package org.tafsim.model;

/**
 * What scaling may do with replicas.
 *
 * @param periodNanos from decision to decision (ns), above 0
 * @param startNanos from a decision until a replica that it starts serves (ns), at least 0
 * @param least replicas of a group that are on whatever policies want, at least 0
 * @param moves replicas that a decision may start or stop, together, at least 1
 * @param group what is scaled as one
 */
public record FleetSpec(long periodNanos, long startNanos, int least, int moves, Group group) {

    /** Where a scenario states nothing: decisions every 30 s, a start of a minute, any number of moves. */
    public static final FleetSpec USUAL =
            new FleetSpec(30_000_000_000L, 60_000_000_000L, 1, Integer.MAX_VALUE, Group.MODEL);

    /** Checks. */
    public FleetSpec {
        if (periodNanos < 1 || startNanos < 0 || least < 0 || moves < 1) {
            throw new IllegalArgumentException(
                    "A fleet needs a period (%d ns) above 0, a start (%d ns) and a least number (%d) of at least 0, and moves (%d) of at least 1."
                            .formatted(periodNanos, startNanos, least, moves));
        }
    }

    /** Replicas that are scaled as one: those of a model, there. */
    public enum Group {
        /** All of a model. */
        MODEL("model"),
        /** Those of a model in a country. */
        COUNTRY("country"),
        /** Those of a model at a site. */
        SITE("site");

        private final String word;

        Group(String word) {
            this.word = word;
        }

        /** As scenarios write it. */
        public String word() {
            return word;
        }
    }
}
