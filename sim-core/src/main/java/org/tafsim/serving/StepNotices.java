package org.tafsim.serving;

/**
 * What happened to requests at the end of a step, told to the listener once the replica's books are in order: the listener
 * may submit at once.
 */
final class StepNotices {
    private final RequestTable requests;
    private final ServingListener listener;
    private final int[] members;
    private final boolean[] isFinish;
    private int size;
    private long finishedTokens;

    /** Room for two notices of each sequence: its first token, and its end. */
    StepNotices(RequestTable requests, ServingListener listener, int maxSequences) {
        this.requests = requests;
        this.listener = listener;
        members = new int[2 * maxSequences];
        isFinish = new boolean[2 * maxSequences];
    }

    void addFirstToken(int request) {
        add(request, false);
    }

    void addFinish(int request) {
        add(request, true);
    }

    private void add(int request, boolean finish) {
        members[size] = request;
        isFinish[size] = finish;
        size++;
    }

    /** Tells the listener, in the order of the batch. */
    void deliver() {
        for (int i = 0; i < size; i++) {
            int request = members[i];
            if (isFinish[i]) {
                finishedTokens += requests.output(request);
                requests.close(request);
                listener.onFinished(request);
            } else {
                listener.onFirstToken(request);
            }
        }
        size = 0;
    }

    /** Output tokens of all requests that have finished. */
    long finishedTokens() {
        return finishedTokens;
    }
}
