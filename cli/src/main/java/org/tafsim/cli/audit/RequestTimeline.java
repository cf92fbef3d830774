package org.tafsim.cli.audit;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.engine.NetworkSegments;
import org.tafsim.engine.RequestRecord;

/**
 * Where the time of a request went, from sending to its end. Parts add up to that time. The way down is that of the last part of
 * the answer that came; what the first token spent on its own way beyond that counts as computing.
 *
 * @param parts in their order; those that it did not come to are left out
 * @param totalNanos from sending to the end
 */
record RequestTimeline(List<Part> parts, long totalNanos) {

    /**
     * A part.
     *
     * @param word what the time went to
     * @param nanos how much; never negative but where a file says what cannot be
     */
    record Part(String word, long nanos) {}

    static RequestTimeline of(RequestRecord request) {
        List<Part> parts = new ArrayList<>();
        NetworkSegments network = request.segments();
        parts.add(new Part("connect", network.connectNanos()));
        parts.add(new Part("radio up", network.radioUpNanos()));
        parts.add(new Part("fiber up", network.fiberUpNanos()));
        parts.add(new Part("links up", network.linksUpNanos()));
        long known = parts.stream().mapToLong(Part::nanos).sum();
        long total = request.endNanos() - request.arrivalNanos();
        if (request.reachedReplicaNanos() == 0) {
            parts.add(new Part("held, or on its way", total - known));
            return new RequestTimeline(List.copyOf(parts), total);
        }
        parts.add(new Part("held", request.reachedReplicaNanos() - request.arrivalNanos() - known));
        if (request.admittedNanos() == 0) {
            parts.add(new Part("queue", request.endNanos() - request.reachedReplicaNanos()));
            return new RequestTimeline(List.copyOf(parts), total);
        }
        parts.add(new Part("queue", request.admittedNanos() - request.reachedReplicaNanos()));
        addAnswer(request, parts);
        return new RequestTimeline(List.copyOf(parts), total);
    }

    private static void addAnswer(RequestRecord request, List<Part> parts) {
        NetworkSegments network = request.segments();
        long down = network.linksDownNanos() + network.fiberDownNanos() + network.radioDownNanos();
        long computed = request.endNanos() - request.admittedNanos() - down;
        if (request.firstTokenNanos() == 0) {
            parts.add(new Part("prefill and decode, no token came", computed + down));
            return;
        }
        long first = Math.max(0, request.firstTokenNanos() - request.admittedNanos() - down);
        parts.add(new Part("prefill, decode to first token", first));
        parts.add(new Part("decode", computed - first));
        parts.add(new Part("links down", network.linksDownNanos()));
        parts.add(new Part("fiber down", network.fiberDownNanos()));
        parts.add(new Part("radio down", network.radioDownNanos()));
    }
}
