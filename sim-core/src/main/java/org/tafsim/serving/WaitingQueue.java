package org.tafsim.serving;

import java.util.ArrayList;
import java.util.List;

/** Requests that wait for admission: a line for each priority, that of the lowest number first. */
final class WaitingQueue {
    private final RequestTable requests;

    /** Lines in which somebody waits, by rising number of their priority. */
    private final List<WaitingLine> lines = new ArrayList<>();

    /** Empty ones, to be used again. */
    private final List<WaitingLine> spare = new ArrayList<>();

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
        return lines.get(0).first();
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
        WaitingLine line = lines.get(0);
        count(line.first(), -1);
        line.removeFirst();
        dropIfEmpty(0);
    }

    /** Takes a request out; whether it was there. */
    boolean remove(int request) {
        int place = placeOf(requests.priority(request));
        boolean isThere = place >= 0 && lines.get(place).remove(request);
        if (isThere) {
            count(request, -1);
            dropIfEmpty(place);
        }
        return isThere;
    }

    boolean contains(int request) {
        int place = placeOf(requests.priority(request));
        return place >= 0 && lines.get(place).contains(request);
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

    private WaitingLine lineOf(int request) {
        int priority = requests.priority(request);
        int place = placeOf(priority);
        if (place < 0) {
            place = -1 - place;
            WaitingLine line = spare.isEmpty() ? new WaitingLine() : spare.remove(spare.size() - 1);
            line.open(priority);
            lines.add(place, line);
        }
        return lines.get(place);
    }

    /** Place of the line of a priority; -1 less the place where it belongs where there is none. */
    private int placeOf(int priority) {
        int low = 0;
        int high = lines.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lines.get(middle).priority() < priority) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < lines.size() && lines.get(low).priority() == priority ? low : -1 - low;
    }

    private void dropIfEmpty(int place) {
        if (lines.get(place).size() == 0) {
            spare.add(lines.remove(place));
        }
    }

    private void count(int request, int sign) {
        size += sign;
        long tokens = requests.waitingPrefill(request);
        prefillTokens += sign * tokens;
        attentionUnits += (double) (sign * tokens * tokens);
    }
}
