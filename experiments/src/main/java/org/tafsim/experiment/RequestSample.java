package org.tafsim.experiment;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
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

    private final Least any = new Least(ANY);
    private final Least slowest = new Least(SLOWEST);
    private final Least notCompleted = new Least(NOT_COMPLETED);

    /** A request and what it is chosen by; of equals the one of the first application and number. */
    private record Keyed(long key, RequestRecord request) {

        static final Comparator<Keyed> ORDER = Comparator.comparingLong(Keyed::key)
                .thenComparing(keyed -> keyed.request().app())
                .thenComparingLong(keyed -> keyed.request().sequence());
    }

    /** So many requests with the least keys of all that come. */
    private static final class Least {

        private final int most;
        private final PriorityQueue<Keyed> kept;

        Least(int most) {
            this.most = most;
            kept = new PriorityQueue<>(most + 1, Keyed.ORDER.reversed());
        }

        void take(long key, RequestRecord request) {
            if (kept.size() == most && key > kept.element().key()) {
                return;
            }
            kept.add(new Keyed(key, request));
            if (kept.size() > most) {
                kept.remove();
            }
        }

        Stream<RequestRecord> requests() {
            return kept.stream().map(Keyed::request);
        }
    }

    @Override
    public void record(RequestRecord request) {
        if (!request.measured()) {
            return;
        }
        long hash = hash(request);
        any.take(hash, request);
        if (request.outcome() == Outcome.COMPLETED) {
            slowest.take(request.arrivalNanos() - request.endNanos(), request);
        } else {
            notCompleted.take(hash, request);
        }
    }

    /** Each once, in the order in which they arrived. */
    List<RequestRecord> requests() {
        return Stream.of(any, slowest, notCompleted)
                .flatMap(Least::requests)
                .distinct()
                .sorted(Comparator.comparingLong(RequestRecord::arrivalNanos)
                        .thenComparing(RequestRecord::app)
                        .thenComparingLong(RequestRecord::sequence))
                .toList();
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
