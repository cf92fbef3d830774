package org.tafsim.engine;

import org.tafsim.kernel.random.RandomStreams;

/** How the random numbers of replications and policies hang together. */
public enum Randomness {
    /** In one replication every policy, and every scenario of the same seed, sees the same draws. */
    COMMON {
        @Override
        RandomStreams streams(long seed, String policy, int replication) {
            return new RandomStreams(seed, replication);
        }
    },

    /** Every policy has draws of its own. */
    INDEPENDENT {
        @Override
        RandomStreams streams(long seed, String policy, int replication) {
            return new RandomStreams(seed, replication).separate(policy);
        }
    },

    /** As {@link #COMMON}, in pairs: replication 2k + 1 has the draws of 2k, mirrored. */
    ANTITHETIC {
        @Override
        RandomStreams streams(long seed, String policy, int replication) {
            RandomStreams streams = new RandomStreams(seed, replication / 2);
            return replication % 2 == 0 ? streams : streams.mirrored();
        }
    };

    /** The draws of one run. */
    abstract RandomStreams streams(long seed, String policy, int replication);

    /** Replications that count as one observation: only these are independent of each other. */
    public int replicationsPerObservation() {
        return this == ANTITHETIC ? 2 : 1;
    }
}
