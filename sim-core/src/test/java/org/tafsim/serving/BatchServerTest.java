package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.BatchLatency;
import org.tafsim.model.BatchModel;
import org.tafsim.model.BatchModel.ItemSize;
import org.tafsim.model.BatchReplicaSpec;

/** Batches worked out by hand. One item takes 10 ms, four take 16, so that each further one takes 2 more. */
class BatchServerTest {
    private static final AcceleratorProfile CARD =
            new AcceleratorProfile("card", "US", 1e12, 1e12, 8_000_000_000L, 1e9, 1e9, 100, "made up");
    private static final ItemSize IMAGES = new ItemSize(1, true, 0);

    static BatchReplicaSpec replica(ItemSize size, int maxItems, long delayMillis) {
        BatchLatency latency = new BatchLatency(List.of(1, 4), List.of(0.010, 0.016));
        BatchModel model = new BatchModel(
                "m", "FR", BatchModel.Task.VISION, "images", 1_000_000L, size, Map.of("card", latency), "made up");
        return new BatchReplicaSpec("r", "site", model, CARD, maxItems, delayMillis * 1_000_000);
    }

    private static String run(BatchReplicaSpec replica, String arrivals) {
        return Timetable.run(replica, StepMode.CLOSED_FORM, arrivals);
    }

    /** b, c and d wait for a, then take 14 ms together. */
    @Test
    void whatComesDuringABatchMakesTheNext() {
        assertThat(run(replica(IMAGES, 4, 0), """
                a 0 1 1
                b 2 1 1
                c 4 1 1
                d 9 1 1
                """)).isEqualTo("""
                a admitted 0 first 10 finished 10
                b admitted 10 first 24 finished 24
                c admitted 10 first 24 finished 24
                d admitted 10 first 24 finished 24
                """);
    }

    /** The first may wait 5 ms for others; four are enough. */
    @Test
    void anIdleReplicaWaitsUntilABatchIsFullOrTheDelayIsOver() {
        assertThat(run(replica(IMAGES, 4, 5), """
                a 0 1 1
                b 3 1 1
                c 100 2 1
                d 101 2 1
                """)).isEqualTo("""
                a admitted 5 first 17 finished 17
                b admitted 5 first 17 finished 17
                c admitted 101 first 117 finished 117
                d admitted 101 first 117 finished 117
                """);
    }

    /** b has waited for long enough when a's batch ends, c not. */
    @Test
    void theDelayCountsFromArrival() {
        assertThat(run(replica(IMAGES, 4, 5), """
                a 0 4 1
                b 2 1 1
                c 40 1 1
                d 60 4 1
                e 73 1 1
                """)).isEqualTo("""
                a admitted 0 first 16 finished 16
                b admitted 16 first 26 finished 26
                c admitted 45 first 55 finished 55
                d admitted 60 first 76 finished 76
                e admitted 78 first 88 finished 88
                """);
    }

    /** Seven images are two batches in one: 16 and 14 ms. */
    @Test
    void whoIsLargerThanABatchIsComputedInParts() {
        assertThat(run(replica(IMAGES, 4, 0), """
                a 0 7 1
                b 1 1 1
                """)).isEqualTo("""
                a admitted 0 first 30 finished 30
                b admitted 30 first 40 finished 40
                """);
    }

    /** Of a batch of two (12 ms for 100 units each), a quarter does not depend on length: 1.75 times that for 200 units. */
    @Test
    void aBatchLastsAsLongAsItsLongest() {
        assertThat(run(replica(new ItemSize(100, false, 0.25), 4, 3), """
                a 0 200 1
                b 1 50 1
                """)).isEqualTo("""
                a admitted 3 first 24 finished 24
                b admitted 3 first 24 finished 24
                """);
    }

    @Test
    void thoseOfTheLowestPriorityNumberGoFirst() {
        assertThat(run(replica(IMAGES, 1, 0), """
                a 0 1 1
                b 1 1 1 p1
                c 2 1 1
                """)).isEqualTo("""
                a admitted 0 first 10 finished 10
                b admitted 20 first 30 finished 30
                c admitted 10 first 20 finished 20
                """);
    }

    /** Who waits leaves at once; a batch is computed to its end, for whoever is left. */
    @Test
    void clientsCanGo() {
        Timetable timetable = new Timetable(replica(IMAGES, 4, 0), StepMode.CLOSED_FORM);

        assertThat(timetable.run("""
                a 0 1 1 x5
                b 1 1 1 x7
                c 2 1 1
                """)).isEqualTo("""
                a admitted 0 cancelled 10
                b cancelled 7
                c admitted 10 first 20 finished 20
                """);
        assertThat(timetable.serving().busyNanos(0)).isEqualTo(20_000_000);
        assertThat(timetable.serving().iterations(0)).isEqualTo(2);
        assertThat(timetable.serving().generatedTokens(0)).isEqualTo(1);
    }

    @Test
    void itAnswersAtOnceOrNotAtAll() {
        assertThat(run(replica(IMAGES, 4, 0), "a 0 1 2\n")).isEqualTo("a can never fit\n");
    }

    @Test
    void anAcceleratorWithoutLatenciesIsRefused() {
        BatchModel model = replica(IMAGES, 1, 0).model();
        AcceleratorProfile other =
                new AcceleratorProfile("other", "US", 1e12, 1e12, 8_000_000_000L, 1e9, 1e9, 100, "made up");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BatchReplicaSpec("r", "site", model, other, 1, 0))
                .withMessage("Replica r: no latencies of m are known on other; there are those on card.");
    }

    @Test
    void latenciesNeverFall() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BatchLatency(List.of(1, 2), List.of(0.01, 0.009)))
                .withMessage("Latencies: items [1, 2] must rise, and times [0.01, 0.009] never fall.");
    }
}
