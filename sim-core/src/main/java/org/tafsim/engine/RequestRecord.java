package org.tafsim.engine;

/**
 * One request from arrival to outcome; times in ns since the start of the run, 0 where it did not get there.
 *
 * @param sequence number within its app, from 0
 * @param session number within its app, from 0, of the session that it is a request of; -1 where it stands alone
 * @param sessionRequest place in its session, from 0; 0 where it stands alone
 * @param app id
 * @param population id
 * @param replica id, empty where it was never routed
 * @param outcome how it ended
 * @param measured whether it arrived within the measured time
 * @param promptTokens length of the prompt
 * @param outputTokens length of the answer
 * @param arrivalNanos when the user sent it
 * @param reachedReplicaNanos when its last byte reached the replica
 * @param admittedNanos when it first entered a batch
 * @param firstTokenNanos when the first token reached the user
 * @param endNanos when the last token reached the user, or the request ended otherwise
 * @param brokenRules rules broken in audit mode, over all stages
 * @param segments parts of its time on the network
 */
public record RequestRecord(
        long sequence,
        long session,
        int sessionRequest,
        String app,
        String population,
        String replica,
        Outcome outcome,
        boolean measured,
        int promptTokens,
        int outputTokens,
        long arrivalNanos,
        long reachedReplicaNanos,
        long admittedNanos,
        long firstTokenNanos,
        long endNanos,
        int brokenRules,
        NetworkSegments segments) {
    /** A request that stands alone, of unknown segments. */
    public RequestRecord(
            long sequence,
            String app,
            String population,
            String replica,
            Outcome outcome,
            boolean measured,
            int promptTokens,
            int outputTokens,
            long arrivalNanos,
            long reachedReplicaNanos,
            long admittedNanos,
            long firstTokenNanos,
            long endNanos,
            int brokenRules) {
        this(
                sequence,
                Sessions.NONE,
                0,
                app,
                population,
                replica,
                outcome,
                measured,
                promptTokens,
                outputTokens,
                arrivalNanos,
                reachedReplicaNanos,
                admittedNanos,
                firstTokenNanos,
                endNanos,
                brokenRules,
                NetworkSegments.NONE);
    }
}
