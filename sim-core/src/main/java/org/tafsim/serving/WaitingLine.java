package org.tafsim.serving;

import java.util.Arrays;

/** Requests of one priority that wait for admission, first come first served; preempted ones go back to the front. */
final class WaitingLine {
    private int priority;
    private int[] ring = new int[16];
    private int head;
    private int size;

    /** An empty line becomes that of a priority. */
    void open(int ofPriority) {
        priority = ofPriority;
    }

    int priority() {
        return priority;
    }

    int size() {
        return size;
    }

    int first() {
        return ring[head];
    }

    void addLast(int request) {
        makeRoom();
        ring[(head + size) & (ring.length - 1)] = request;
        size++;
    }

    void addFirst(int request) {
        makeRoom();
        head = (head - 1) & (ring.length - 1);
        ring[head] = request;
        size++;
    }

    void removeFirst() {
        head = (head + 1) & (ring.length - 1);
        size--;
    }

    /** Takes a request out; whether it was there. */
    boolean remove(int request) {
        int place = find(request);
        if (place == size) {
            return false;
        }
        for (int ahead = place; ahead > 0; ahead--) {
            ring[(head + ahead) & (ring.length - 1)] = get(ahead - 1);
        }
        removeFirst();
        return true;
    }

    boolean contains(int request) {
        return find(request) < size;
    }

    private int find(int request) {
        int place = 0;
        while (place < size && get(place) != request) {
            place++;
        }
        return place;
    }

    /** The request in this place, 0 being the first. */
    int get(int place) {
        return ring[(head + place) & (ring.length - 1)];
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
