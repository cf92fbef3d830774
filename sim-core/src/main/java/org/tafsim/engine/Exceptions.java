package org.tafsim.engine;

import org.tafsim.model.OnInfeasible;

/** Counts measured requests that had no lawful place as they were, by application and by what became of them. */
final class Exceptions {

    private final long[] degraded;
    private final long[] redacted;
    private final long[] escalated;
    private final long[] held;

    Exceptions(int apps) {
        degraded = new long[apps];
        redacted = new long[apps];
        escalated = new long[apps];
        held = new long[apps];
    }

    void count(OnInfeasible action, int app, boolean isMeasured) {
        if (!isMeasured) {
            return;
        }
        if (action instanceof OnInfeasible.Degrade) {
            degraded[app]++;
        } else if (action instanceof OnInfeasible.Redact) {
            redacted[app]++;
        } else if (action instanceof OnInfeasible.Escalate) {
            escalated[app]++;
        }
    }

    void held(int app) {
        held[app]++;
    }

    long degraded(int app) {
        return degraded[app];
    }

    long redacted(int app) {
        return redacted[app];
    }

    long escalated(int app) {
        return escalated[app];
    }

    long heldRequests(int app) {
        return held[app];
    }
}
