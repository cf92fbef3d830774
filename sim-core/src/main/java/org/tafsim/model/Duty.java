package org.tafsim.model;

import java.util.List;

/** What a rule asks beside a place: to erase in time, to keep long enough, to tell. Clocks start at a request's end. */
public sealed interface Duty {

    /**
     * Erased within a time.
     *
     * @param assets which kinds
     * @param nanos from the request's end (ns)
     */
    record DeleteWithin(List<AssetKind> assets, long nanos) implements Duty {
        /** Copies and checks. */
        public DeleteWithin {
            assets = List.copyOf(assets);
            Require.atLeastZero(nanos, "Duty to delete", "time (ns)");
        }
    }

    /**
     * Kept at least so long.
     *
     * @param assets which kinds
     * @param nanos from the request's end (ns)
     */
    record RetainAtLeast(List<AssetKind> assets, long nanos) implements Duty {
        /** Copies and checks. */
        public RetainAtLeast {
            assets = List.copyOf(assets);
            Require.atLeastZero(nanos, "Duty to retain", "time (ns)");
        }
    }

    /**
     * Told to the tenant; counted, for a simulator cannot see who reads.
     *
     * @param facts what
     */
    record Disclose(List<String> facts) implements Duty {
        /** Copies. */
        public Disclose {
            facts = List.copyOf(facts);
        }
    }
}
