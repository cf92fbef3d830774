package org.tafsim.serving;

/**
 * What happened to requests at the end of a step, told to the listener once the replica's books are in order: the listener
 * may submit at once.
 */
final class StepNotices {
    private final RequestTable requests;
    private final ServingListener listener;
    private final int[] members;
    private final Kind[] kinds;
    private int size;
    private long finishedTokens;

    /** What a request's owner is told. */
    private enum Kind {
        FIRST_TOKEN,
        HAND_OVER,
        FINISH,
        CANCELLATION
    }

    /** Room for three notices of each sequence, as it may give all its tokens in a step, and one of each that was just preempted. */
    StepNotices(RequestTable requests, ServingListener listener, int maxSequences) {
        this.requests = requests;
        this.listener = listener;
        members = new int[4 * maxSequences];
        kinds = new Kind[4 * maxSequences];
    }

    void addFirstToken(int request) {
        add(request, Kind.FIRST_TOKEN);
    }

    void addHandOver(int request) {
        add(request, Kind.HAND_OVER);
    }

    void addFinish(int request) {
        add(request, Kind.FINISH);
    }

    void addCancellation(int request) {
        add(request, Kind.CANCELLATION);
    }

    private void add(int request, Kind kind) {
        members[size] = request;
        kinds[size] = kind;
        size++;
    }

    /** Tells the listener, in the order of the batch. Of one whose client has gone it hears only that it left. */
    void deliver() {
        for (int i = 0; i < size; i++) {
            int request = members[i];
            boolean isLeaving = requests.isLeaving(request);
            if (kinds[i] == Kind.FIRST_TOKEN || kinds[i] == Kind.HAND_OVER) {
                tellProgress(request, kinds[i], isLeaving);
            } else {
                finishedTokens += kinds[i] == Kind.FINISH ? requests.output(request) : 0;
                requests.close(request);
                tellEnd(request, isLeaving);
            }
        }
        size = 0;
    }

    private void tellProgress(int request, Kind kind, boolean isLeaving) {
        if (isLeaving) {
            return;
        }
        if (kind == Kind.FIRST_TOKEN) {
            listener.onFirstToken(request);
        } else {
            listener.onHandOver(request);
        }
    }

    /** Tells, at once, that a request has left that waited. */
    void tellCancellation(int request) {
        requests.close(request);
        listener.onCancelled(request);
    }

    private void tellEnd(int request, boolean isLeaving) {
        if (isLeaving) {
            listener.onCancelled(request);
        } else {
            listener.onFinished(request);
        }
    }

    /** Output tokens of all requests that have finished. */
    long finishedTokens() {
        return finishedTokens;
    }
}
