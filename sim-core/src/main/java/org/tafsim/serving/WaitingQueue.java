package org.tafsim.serving;

import java.util.ArrayList;
import java.util.List;

/** Requests that wait for admission: a line for each priority, that of the lowest number first. */
final class WaitingQueue {
    private final RequestTable requests;

    /** Lines of the priorities seen, by rising number. */
    private final List<WaitingLine> lines = new ArrayList<>();

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
        return firstLine().first();
    }

    void addLast(int request) {
        lineOf(request).addLast(request);
        count(request, 1);
    }

    /** Puts it before all others of its priority. */
    void addFirst(int request) {
        lineOf(request).addFirst(request);
        count(request, 1);
    }

    void removeFirst() {
        WaitingLine line = firstLine();
        count(line.first(), -1);
        line.removeFirst();
    }

    /** Takes a request out; whether it was there. */
    boolean remove(int request) {
        boolean isThere = lineOf(request).remove(request);
        if (isThere) {
            count(request, -1);
        }
        return isThere;
    }

    boolean contains(int request) {
        return lineOf(request).contains(request);
    }

    /** The request in this place of the queue, 0 being the first (audit). */
    int get(int place) {
        int left = place;
        for (WaitingLine line : lines) {
            if (left < line.size()) {
                return line.get(left);
            }
            left -= line.size();
        }
        throw new IndexOutOfBoundsException("Place %d of %d.".formatted(place, size));
    }

    private WaitingLine firstLine() {
        int place = 0;
        while (lines.get(place).size() == 0) {
            place++;
        }
        return lines.get(place);
    }

    private WaitingLine lineOf(int request) {
        int priority = requests.priority(request);
        int place = 0;
        while (place < lines.size() && lines.get(place).priority() < priority) {
            place++;
        }
        if (place == lines.size() || lines.get(place).priority() > priority) {
            lines.add(place, new WaitingLine(priority));
        }
        return lines.get(place);
    }

    private void count(int request, int sign) {
        size += sign;
        long tokens = requests.waitingPrefill(request);
        prefillTokens += sign * tokens;
        attentionUnits += (double) (sign * tokens * tokens);
    }
}
