package org.tafsim.serving;

import java.util.Arrays;

/** Requests that wait for admission, first come first served; preempted ones go back to the front. */
final class WaitingQueue {
    private final RequestTable requests;

    private int[] ring = new int[16];
    private int head;
    private int size;
    private long prefillTokens;
    private double attentionUnits;

    WaitingQueue(RequestTable requests) {
        this.requests = requests;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Tokens to prefill, all requests together. */
    long prefillTokens() {
        return prefillTokens;
    }

    /** Σ n² over the prefills: exact as long as it stays under 2^53. */
    double attentionUnits() {
        return attentionUnits;
    }

    int first() {
        return ring[head];
    }

    void addLast(int request) {
        makeRoom();
        ring[(head + size) & (ring.length - 1)] = request;
        size++;
        count(request, 1);
    }

    void addFirst(int request) {
        makeRoom();
        head = (head - 1) & (ring.length - 1);
        ring[head] = request;
        size++;
        count(request, 1);
    }

    void removeFirst() {
        count(ring[head], -1);
        head = (head + 1) & (ring.length - 1);
        size--;
    }

    /** The request in this place of the queue, 0 being the first (audit). */
    int get(int place) {
        return ring[(head + place) & (ring.length - 1)];
    }

    private void count(int request, int sign) {
        long tokens = requests.prefill(request);
        prefillTokens += sign * tokens;
        attentionUnits += (double) (sign * tokens * tokens);
    }

    private void makeRoom() {
        if (size == ring.length) {
            int[] larger = Arrays.copyOf(ring, 2 * size);
            System.arraycopy(ring, head, larger, 0, size - head);
            System.arraycopy(ring, 0, larger, size - head, head);
            ring = larger;
            head = 0;
        }
    }
}
