package org.tafsim.serving;

/** What others see of a server at the kernel's time; quantities are those of {@link ServingSystem}. */
interface ServerView {

    int waitingRequests();

    int runningSequences();

    long waitingPrefillTokens();

    double kvUsedFraction();

    double predictedPrefillSeconds(int promptTokens);

    long busyNanos();

    long prefillNanos();

    long iterations();

    long generatedTokens();

    long prefilledTokens();

    /** What it has done that only decoders do; nothing of it elsewhere. */
    ReplicaCounters counters();
}
