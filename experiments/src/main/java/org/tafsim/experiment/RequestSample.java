package org.tafsim.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.tafsim.engine.Outcome;
import org.tafsim.engine.RequestRecord;
import org.tafsim.engine.RequestSink;

/**
 * Some requests of one run that stand for all measured ones: those whose numbers have the least hashes, which are the same under every
 * policy that sees the same requests; the slowest that completed; and some that did not complete.
 */
final class RequestSample implements RequestSink {

    private static final int ANY = 100;
    private static final int SLOWEST = 10;
    private static final int NOT_COMPLETED = 10;

    private static final Comparator<RequestRecord> BY_HASH = Comparator.comparingLong(RequestSample::hash)
            .thenComparing(RequestRecord::app)
            .thenComparingLong(RequestRecord::sequence);
    private static final Comparator<RequestRecord> SLOWEST_FIRST = Comparator.comparingLong(
                    (RequestRecord request) -> request.arrivalNanos() - request.endNanos())
            .thenComparing(BY_HASH);

    private final First any = new First(ANY, BY_HASH);
    private final First slowest = new First(SLOWEST, SLOWEST_FIRST);
    private final First notCompleted = new First(NOT_COMPLETED, BY_HASH);

    /** So many of the first of all that come, in some order. */
    private static final class First {

        private final int most;
        private final Comparator<RequestRecord> order;
        private final PriorityQueue<RequestRecord> kept;

        First(int most, Comparator<RequestRecord> order) {
            this.most = most;
            this.order = order;
            kept = new PriorityQueue<>(most, order.reversed());
        }

        void take(RequestRecord request) {
            if (kept.size() < most) {
                kept.add(request);
            } else if (order.compare(request, kept.element()) < 0) {
                kept.remove();
                kept.add(request);
            }
        }
    }

    @Override
    public void record(RequestRecord request) {
        if (!request.measured()) {
            return;
        }
        any.take(request);
        if (request.outcome() == Outcome.COMPLETED) {
            slowest.take(request);
        } else {
            notCompleted.take(request);
        }
    }

    /** Each once, in the order in which they arrived. */
    List<RequestRecord> requests() {
        Set<RequestRecord> chosen = new LinkedHashSet<>(any.kept);
        chosen.addAll(slowest.kept);
        chosen.addAll(notCompleted.kept);
        List<RequestRecord> requests = new ArrayList<>(chosen);
        requests.sort(Comparator.comparingLong(RequestRecord::arrivalNanos)
                .thenComparing(RequestRecord::app)
                .thenComparingLong(RequestRecord::sequence));
        return requests;
    }

    /** Of its number and application alone; that of SplitMix64. */
    private static long hash(RequestRecord request) {
        long mixed =
                request.sequence() * 0x9E3779B97F4A7C15L ^ (long) request.app().hashCode() * 0xD1B54A32D192ED03L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
